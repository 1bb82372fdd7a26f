import type { ServerMetricsQuery } from '@/__generated__/graphql'

type Metrics = NonNullable<NonNullable<ServerMetricsQuery['modelServer']>['metrics']>

const NAMES = ['runningRequests', 'waitingRequests', 'kvCacheUsage', 'prefixCacheHitRate'] as const

export type MetricName = (typeof NAMES)[number]

/** Those that the server tells, in the order of the page; what it does not tell takes no room. */
export function knownMetrics(metrics: Metrics | null): [MetricName, number][] {
  return NAMES.flatMap((name): [MetricName, number][] => {
    const value = metrics?.[name] ?? null
    return value === null ? [] : [[name, value]]
  })
}

import type { Metric as MetricName } from '@/__generated__/graphql'
import type { Metric } from '@/features/run/comparison/compared-lanes'
import type { Difference, Distribution, RunStatistics } from '@/features/run/comparison/use-statistics'

/** What the server calls the page's measures. */
const NAMES: Record<Metric, MetricName> = {
  firstToken: 'TIME_TO_FIRST_TOKEN',
  latency: 'LATENCY',
  gap: 'INTER_TOKEN',
  speed: 'TOKENS_PER_SECOND',
  tokens: 'COMPLETION_TOKENS',
  cost: 'COST',
}

/** Below this many answers on either side nothing can be said of a difference. */
const LEAST = 3

/** What a difference comes to: which way it goes, or why nothing can be said. */
export type Verdict =
  | { kind: 'faster' | 'slower' | 'more' | 'less'; by: number; margin: number }
  | { kind: 'alike' }
  | { kind: 'tooFew'; needed: number }
  | { kind: 'unknown' }

/** A time that is shorter and a rate that is higher are faster; of tokens and cost there are only more or less. */
export function verdictOf(metric: Metric, { difference, margin, isDistinguishable, ...counts }: Difference): Verdict {
  if (difference === null) return { kind: 'unknown' }
  if (margin === null) {
    const few = Math.min(counts.count, counts.baselineCount) < LEAST
    return few ? { kind: 'tooFew', needed: LEAST } : { kind: 'unknown' }
  }
  if (!isDistinguishable) return { kind: 'alike' }
  return { kind: directionOf(metric, difference), by: Math.abs(difference), margin }
}

function directionOf(metric: Metric, difference: number): 'faster' | 'slower' | 'more' | 'less' {
  if (metric === 'tokens' || metric === 'cost') return difference > 0 ? 'more' : 'less'
  return difference < 0 === (metric !== 'speed') ? 'faster' : 'slower'
}

export function distributionOf(run: RunStatistics | null, position: number, metric: Metric): Distribution | null {
  const lane = run?.statistics.find((one) => one.lane.position === position)
  return lane?.distributions.find((one) => one.metric === NAMES[metric]) ?? null
}

/** How a lane differs from the baseline; null for the baseline itself. */
export function differenceOf(run: RunStatistics | null, position: number, metric: Metric): Difference | null {
  const comparison = run?.comparisons.find((one) => one.lane.position === position)
  return comparison?.differences.find((one) => one.metric === NAMES[metric]) ?? null
}

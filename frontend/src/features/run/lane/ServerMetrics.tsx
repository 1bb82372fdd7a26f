import { ServerMetricsDocument } from '@/__generated__/graphql'
import { knownMetrics, type MetricName } from '@/features/run/lane/known-metrics'
import { Tooltip } from '@/ui/Tooltip'
import { useFormat } from '@/ui/use-format'
import { useQuery } from '@apollo/client/react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'

/** What the lane's model server tells of itself, in one line over the room that the answer leaves at its end. */
export const ServerMetrics = memo(({ serverId }: { serverId: string }) => {
  const { t } = useTranslation('run')
  const format = useFormat()
  // Only what `MetricsPolls` has fetched: several lanes may have one server.
  const { data } = useQuery(ServerMetricsDocument, { variables: { id: serverId }, fetchPolicy: 'cache-only' })
  const metrics = knownMetrics(data?.modelServer?.metrics ?? null)
  if (metrics.length === 0) return null
  const shown = (name: MetricName, value: number) =>
    name === 'kvCacheUsage' || name === 'prefixCacheHitRate' ? `${format.count(value * 100)} %` : format.count(value)
  return (
    <dl
      aria-label={t('metrics.label')}
      className="absolute inset-x-0 bottom-9 flex h-6 items-center gap-x-2.5 overflow-hidden border-t border-line bg-surface px-4 text-label whitespace-nowrap text-ink-3 phone:bottom-11"
    >
      {metrics.map(([name, value]) => (
        <div key={name} className="flex gap-1">
          <dt>
            <Tooltip text={t(`metrics.${name}Hint`)} side="top">
              <span>{t(`metrics.${name}`)}</span>
            </Tooltip>
          </dt>
          <dd className="min-w-[2ch] font-medium text-ink-2 tabular-nums">{shown(name, value)}</dd>
        </div>
      ))}
    </dl>
  )
})
ServerMetrics.displayName = 'ServerMetrics'

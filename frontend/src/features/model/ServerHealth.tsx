import type { HealthStatus, ServerHead_ServerFragment } from '@/__generated__/graphql'
import { healthTime } from '@/features/model/health-time'
import { cn } from '@/lib/cn'
import { Tooltip } from '@/ui/Tooltip'
import { useAgo } from '@/ui/use-ago'
import { useFormat } from '@/ui/use-format'
import { useTranslation } from 'react-i18next'

/** Up is a disc, down a diamond, unknown and maintenance are rings; the word stands beside it. */
export function HealthDot({ status, maintained }: { status: HealthStatus; maintained: boolean }) {
  return (
    <span
      aria-hidden
      className={cn(
        'absolute top-[7px] left-0 size-2',
        maintained && 'rounded-full border-[1.5px] border-warn',
        !maintained && status === 'UP' && 'rounded-full bg-ok',
        !maintained && status === 'DOWN' && 'rotate-45 rounded-[1px] bg-bad',
        !maintained && status === 'UNKNOWN' && 'rounded-full border-[1.5px] border-dashed border-ink-3',
      )}
    />
  )
}

/** "up · 4 ms" or "down since 14:02", and when that was found out. */
export function ServerHealth({ health }: Pick<ServerHead_ServerFragment, 'health'>) {
  const { t } = useTranslation('model')
  const format = useFormat()
  const ago = useAgo()
  const { status, since, checkedAt, latencyMs } = health
  if (status === 'UNKNOWN') return <p className="text-ink-3">{t('health.UNKNOWN')}</p>
  const from = since && healthTime(since, new Date(), format)
  return (
    <div>
      <Tooltip text={since ? t(`health.${status}Since`, { time: format.minute(since) }) : t('health.definition')}>
        <p className={cn('w-fit whitespace-nowrap', status === 'DOWN' && 'text-bad')}>
          <b className="font-medium">{t(`health.${status}`)}</b>
          {status === 'UP' && latencyMs !== null && ` · ${format.millis(latencyMs)}`}
          {status === 'DOWN' && from && ` ${t('health.since', { time: from })}`}
        </p>
      </Tooltip>
      {checkedAt && <p className="whitespace-nowrap text-ink-3">{t('health.checked', { ago: ago(checkedAt) })}</p>}
    </div>
  )
}

import type { RunSummary, Standing } from '@/features/run/history/run-summary'
import { cn } from '@/lib/cn'
import { StatusMark, type MarkKind } from '@/ui/StatusMark'
import { useTranslation } from 'react-i18next'

const MARKS: Record<Standing, MarkKind> = {
  waiting: 'waiting',
  running: 'live',
  completed: 'done',
  'partly-failed': 'warning',
  failed: 'failed',
  stopped: 'stopped',
}

/** Where a run stands: a shape and a word; what went well is only a tick. */
export function StandingMark({ summary }: { summary: RunSummary }) {
  const { t } = useTranslation('history')
  const { standing, failedLanes } = summary
  const words =
    standing === 'partly-failed' ? t('standing.partlyFailed', { count: failedLanes }) : t(`standing.${standing}`)
  return (
    <span
      className={cn(
        'inline-flex items-center gap-1.5 align-middle text-small whitespace-nowrap text-ink-2',
        standing === 'partly-failed' && 'text-warn',
        standing === 'failed' && 'text-bad',
      )}
    >
      <span className="grid w-3.5 shrink-0 place-items-center">
        <StatusMark kind={MARKS[standing]} />
      </span>
      <span className={cn(standing === 'completed' && 'sr-only')}>{words}</span>
    </span>
  )
}

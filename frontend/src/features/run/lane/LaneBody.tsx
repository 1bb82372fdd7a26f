import { FailureNote } from '@/features/run/lane/FailureNote'
import { isLive, stageOf } from '@/features/run/lane/lane-view'
import { Reasoning } from '@/features/run/lane/Reasoning'
import type { ResultState } from '@/features/run/live/run-state'
import { Skeleton } from '@/ui/Skeleton'
import { Markdown } from '@/ui/markdown/Markdown'
import { useTranslation } from 'react-i18next'

interface LaneBodyProps {
  result: ResultState | undefined
  onRunAgain: () => void
  busy: boolean
}

/** The answer as far as it is there, and what stands in its way. */
export function LaneBody({ result, onRunAgain, busy }: LaneBodyProps) {
  const { t } = useTranslation('run')
  const stage = stageOf(result)
  if (!result) return <p className="text-ink-3">{t('lane.empty')}</p>
  const { record } = result
  const silent = record.text === '' && record.reasoning === ''
  return (
    <div className="flex flex-col gap-3">
      {record.reasoning !== '' && <Reasoning result={result} thinking={stage === 'reasoning'} />}
      {record.text !== '' && <Markdown text={record.text} streaming={isLive(stage)} />}
      {silent && isLive(stage) && <Waiting />}
      {silent && stage === 'stopped' && <p className="text-ink-3">{t('lane.stoppedBefore')}</p>}
      {silent && stage === 'finished' && <p className="text-ink-3">{t('lane.finishedEmpty')}</p>}
      {record.error && <FailureNote error={record.error} onRunAgain={onRunAgain} busy={busy} />}
    </div>
  )
}

function Waiting() {
  return (
    <div className="flex flex-col gap-2 pt-1">
      <Skeleton className="h-3 w-11/12" />
      <Skeleton className="h-3 w-4/5" />
      <Skeleton className="h-3 w-3/5" />
    </div>
  )
}

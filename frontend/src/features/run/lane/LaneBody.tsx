import { CheckNote } from '@/features/run/lane/CheckNote'
import { FailureNote } from '@/features/run/lane/FailureNote'
import { LaneNotes } from '@/features/run/lane/LaneNotes'
import { isLive, stageOf } from '@/features/run/lane/lane-view'
import { Reasoning } from '@/features/run/lane/Reasoning'
import type { LaneRecord, ResultState } from '@/features/run/live/run-state'
import type { RunnableModel } from '@/features/run/use-models'
import { useAvailabilityWords } from '@/features/run/use-availability-words'
import { StatusMark } from '@/ui/StatusMark'
import { Skeleton } from '@/ui/Skeleton'
import { Markdown } from '@/ui/markdown/Markdown'
import { useTranslation } from 'react-i18next'

interface LaneBodyProps {
  lane: LaneRecord | null
  /** The model as it is now, for what stands in the way of asking it. */
  model: RunnableModel | null
  result: ResultState | undefined
  onRunAgain: () => void
  busy: boolean
}

/** The answer as far as it is there, and what stands in its way. */
export function LaneBody({ lane, model, result, onRunAgain, busy }: LaneBodyProps) {
  const { t } = useTranslation('run')
  const stage = stageOf(result)
  if (!result) return <Ready model={model} />
  const { record } = result
  const silent = record.text === '' && record.reasoning === ''
  return (
    <div className="flex flex-col gap-3">
      {lane && <LaneNotes lane={lane} result={record} />}
      {record.reasoning !== '' && <Reasoning result={result} thinking={stage === 'reasoning'} />}
      {record.text !== '' && <Markdown text={record.text} streaming={isLive(stage)} />}
      {silent && isLive(stage) && <Waiting />}
      {silent && stage === 'stopped' && <p className="text-ink-3">{t('lane.stoppedBefore')}</p>}
      {silent && stage === 'finished' && <p className="text-ink-3">{t('lane.finishedEmpty')}</p>}
      <CheckNote result={record} />
      {record.error && <FailureNote error={record.error} onRunAgain={onRunAgain} busy={busy} />}
    </div>
  )
}

/** Before the run: what will stand here, or why nothing would. */
function Ready({ model }: { model: RunnableModel | null }) {
  const { t } = useTranslation('run')
  const words = useAvailabilityWords()
  const obstacle = model && words(model)
  if (!obstacle) return <p className="text-ink-3">{t('lane.empty')}</p>
  return (
    <p className="flex items-start gap-1.5 text-warn">
      <StatusMark kind="warning" className="mt-0.5" />
      <span className="prose-wrap">{obstacle}</span>
    </p>
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

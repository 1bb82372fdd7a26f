import { stageOf, type Stage } from '@/features/run/lane/lane-view'
import type { ResultState } from '@/features/run/live/run-state'
import { StatusMark, type MarkKind } from '@/ui/StatusMark'
import { X } from 'lucide-react'

const MARKS: Record<Stage, MarkKind> = {
  idle: 'waiting',
  queued: 'waiting',
  waiting: 'live',
  reasoning: 'live',
  streaming: 'moving',
  finished: 'done',
  cut: 'warning',
  failed: 'failed',
  stopped: 'stopped',
}

interface AnswerMarkProps {
  stage: Stage
  /** Whether it passes the run's check; null where nothing was checked. */
  hasPassed: boolean | null
}

/** The shape of where an answer stands: a cross where it is whole, but does not pass. */
export function AnswerMark({ stage, hasPassed }: AnswerMarkProps) {
  if (hasPassed === false) return <X aria-hidden strokeWidth={2.5} className="size-3.5 shrink-0 text-bad" />
  return <StatusMark kind={hasPassed === true ? 'done' : MARKS[stage]} />
}

export function ResultMark({ result }: { result: ResultState | undefined }) {
  return <AnswerMark stage={stageOf(result)} hasPassed={result?.record.hasPassed ?? null} />
}

import {
  isFinal,
  type Answer,
  type BatchEvent,
  type BatchHead,
  type BatchProgress,
  type BatchRow,
  type BatchShape,
  type BatchState,
  type ResultRecord,
  type RunNode,
} from '@/features/run/batch/live/batch-state'
import { excerpt } from '@/lib/excerpt'

/** As much of an answer as a cell has room for. */
const START_LENGTH = 160

/** A batch whose rows are still to be told. */
export function stateOf(head: BatchHead, shape: BatchShape): BatchState {
  return { head, shape, rows: Array.from({ length: shape.messages }, () => null), early: {}, sequence: -1 }
}

/** The batch as the server tells it by now; what has ended stays ended. */
export function withHead(state: BatchState, head: BatchHead): BatchState {
  return isFinal(state.head.status) && !isFinal(head.status) ? state : { ...state, head }
}

/**
 * What events make of a batch. Each sequence counts once, whatever is delivered twice, until a snapshot counts anew. What a
 * snapshot does not hold, its runs, has to be asked for again.
 */
export function withEvents(state: BatchState, events: readonly BatchEvent[]): BatchState {
  let { head, sequence } = state
  const rows = [...state.rows]
  const early = { ...state.early }
  for (const event of events) {
    if (event.__typename === 'BatchSnapshot') {
      ;({ sequence, batch: head } = event)
      continue
    }
    if (event.sequence <= sequence) continue
    sequence = event.sequence
    if (event.__typename === 'BatchFinished') {
      head = event.batch
      continue
    }
    const { run, result } = event
    const position = run.batchPosition ?? -1
    const row = rows[position]
    if (row?.runId === run.id) rows[position] = withAnswer(row, answerOf(result))
    else early[result.id] = answerOf(result)
  }
  return { ...state, head, rows, early, sequence }
}

/** What a page of its runs makes of a batch. A row that is as it was stays the same object. */
export function withRuns(state: BatchState, runs: readonly RunNode[]): BatchState {
  const rows = [...state.rows]
  const early = { ...state.early }
  for (const run of runs) {
    if (run.batchPosition === null) continue
    const known = rows[run.batchPosition]
    const answers = run.results.map((result) => {
      const before = known?.answers.find(({ id }) => id === result.id) ?? early[result.id]
      Reflect.deleteProperty(early, result.id)
      return newer(before, answerOf(result))
    })
    rows[run.batchPosition] = sameOr(known ?? null, {
      position: run.batchPosition,
      runId: run.id,
      message: run.userMessage,
      answers,
    })
  }
  return { ...state, rows, early }
}

/**
 * How many answers stand where. What has ended is counted in the rows, for then events keep it exact; while rows are missing,
 * the server may know of more. How many are being made nobody else tells, so that is its last word as far as it can be true.
 */
export function progressOf({ head, rows }: BatchState): BatchProgress {
  const { progress } = head
  if (isFinal(head.status)) return progress
  const count = { COMPLETED: 0, FAILED: 0, CANCELLED: 0, PENDING: 0, RUNNING: 0 }
  for (const row of rows) for (const { status } of row?.answers ?? []) count[status]++
  const isWhole = !rows.includes(null)
  const ended = (counted: number, told: number) => (isWhole ? counted : Math.max(counted, told))
  const completed = ended(count.COMPLETED, progress.completed)
  const failed = ended(count.FAILED, progress.failed)
  const cancelled = ended(count.CANCELLED, progress.cancelled)
  const left = Math.max(0, progress.total - completed - failed - cancelled)
  const running = Math.min(left, progress.running)
  return { ...progress, pending: left - running, running, completed, failed, cancelled }
}

/** Whether a row shows an answer whose beginning nobody asked for yet. */
export function lacksText(row: BatchRow | null): boolean {
  return row?.answers.some(({ status, start }) => status === 'COMPLETED' && start === null) ?? false
}

function answerOf({ text, ...result }: ResultRecord): Answer {
  return { ...result, start: text === undefined ? null : excerpt(plain(text.slice(0, 4 * START_LENGTH)), START_LENGTH) }
}

/** Without the marks that Markdown puts around words and before lines. */
function plain(markdown: string): string {
  return markdown.replaceAll(/\*\*|__|`+|^\s*(?:#{1,6}|>|[-*])\s+/gm, '')
}

/** Of two words about one answer, the one that came later: what has ended does not go on, and a text does not vanish. */
function newer(before: Answer | undefined, told: Answer): Answer {
  if (!before) return told
  if (isFinal(before.status)) return before.start === null && told.start !== null ? told : before
  return before.status === told.status ? before : told
}

function withAnswer(row: BatchRow, answer: Answer): BatchRow {
  const answers = row.answers.map((known) => (known.id === answer.id ? newer(known, answer) : known))
  return { ...row, answers }
}

function sameOr(known: BatchRow | null, told: BatchRow): BatchRow {
  const isSame =
    known?.runId === told.runId &&
    known.answers.length === told.answers.length &&
    known.answers.every((answer, place) => answer === told.answers[place])
  return isSame ? known : told
}

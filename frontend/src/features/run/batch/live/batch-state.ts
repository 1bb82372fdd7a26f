import type {
  BatchEventsSubscription,
  BatchQuery,
  BatchRunsQuery,
  BatchState_HeadFragment,
  BatchState_ResultFragment,
} from '@/__generated__/graphql'

export type BatchEvent = BatchEventsSubscription['batchEvents']
/** A batch without its runs. */
export type BatchHead = Omit<BatchState_HeadFragment, ' $fragmentName'>
export type BatchProgress = BatchHead['progress']
/** An answer as the server tells it; its text where it was asked for. */
export type ResultRecord = Omit<BatchState_ResultFragment, ' $fragmentName'> & { text?: string }
export type RunNode = NonNullable<BatchRunsQuery['batch']>['runs']['nodes'][number]
type FirstRun = NonNullable<BatchQuery['batch']>['runs']['nodes'][number]
export type BatchLane = FirstRun['lanes'][number]

/** How all messages of a batch are asked. */
export interface BatchShape {
  lanes: readonly BatchLane[]
  iterations: number
  hasCheck: boolean
  /** How many messages there are. */
  messages: number
}

/** One answer, with no more of its text than a cell shows. */
export interface Answer extends Omit<ResultRecord, 'text'> {
  /** How the text begins; null while nobody asked for it. */
  start: string | null
}

/** One message and its answers, by lane and then by iteration. */
export interface BatchRow {
  position: number
  runId: string
  message: string
  answers: readonly Answer[]
}

/** A batch as the page holds it. */
export interface BatchState {
  head: BatchHead
  shape: BatchShape
  /** By position; null where the row was not told yet. */
  rows: readonly (BatchRow | null)[]
  /** Answers that ended before their rows were told, by id. */
  early: Readonly<Record<string, Answer>>
  /** The number of the last event that this contains; -1 where it came from none. */
  sequence: number
}

export function isFinal(status: BatchHead['status']): boolean {
  return status === 'COMPLETED' || status === 'FAILED' || status === 'CANCELLED'
}

import type { RunEventsSubscription, RunState_RunFragment } from '@/__generated__/graphql'

export type RunEvent = RunEventsSubscription['runEvents']
/** A run as the server tells it. */
export type RunRecord = Omit<RunState_RunFragment, ' $fragmentName'>
export type ResultRecord = RunRecord['results'][number]
export type LaneRecord = RunRecord['lanes'][number]

/** A run as the page holds it: what the server told, and what was measured on the way. */
export interface RunState {
  /** The run with its lanes; its `results` are those of the last whole run, `results` below are newer. */
  run: RunRecord
  /** The number of the last event that this contains; -1 where it did not come from an event. */
  sequence: number
  /** By lane, then by iteration, as the run orders them. */
  order: readonly string[]
  results: Readonly<Record<string, ResultState>>
  /** A piece of text is missing: only a fresh snapshot can mend it. */
  torn: boolean
}

export interface ResultState {
  record: ResultRecord
  live: Live
}

/**
 * What the page measured of one answer. All times are `atMs`: milliseconds since the run's start on the server's clock, so
 * that the network between server and page does not count.
 */
export interface Live {
  /** When the request was sent; null before. */
  startedAt: number | null
  /** The first piece of text, reasoning included. Null before it, or when it came before this page looked. */
  firstAt: number | null
  lastAt: number | null
  endedAt: number | null
  /** Tokens so far. Of those that came before this page looked, about how many their text has. */
  tokens: number
  /** Whether some came before this page looked, so that nobody counted them here. */
  missed: boolean
  /** What this page saw itself, for the speed: the tokens after its first piece, between `from` and `lastAt`. */
  seen: { from: number; tokens: number } | null
  reasoning: { from: number; to: number; tokens: number } | null
  /** Between one piece and the next, oldest first, in milliseconds. */
  gaps: readonly number[]
}

export const NOTHING_MEASURED: Live = {
  startedAt: null,
  firstAt: null,
  lastAt: null,
  endedAt: null,
  tokens: 0,
  missed: false,
  seen: null,
  reasoning: null,
  gaps: [],
}

export function isFinal(status: ResultRecord['status']): boolean {
  return status === 'COMPLETED' || status === 'FAILED' || status === 'CANCELLED'
}

/** Whether nothing more can come: the run and every answer of it have ended. A list may know the run's end alone. */
export function hasEnded(run: RunRecord): boolean {
  return isFinal(run.status) && run.results.every((result) => isFinal(result.status))
}

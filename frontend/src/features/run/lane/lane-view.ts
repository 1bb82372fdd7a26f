import type { LaneRecord, ResultState, RunState } from '@/features/run/live/run-state'

/** Where an answer stands, in the words of the page. */
export type Stage =
  'idle' | 'queued' | 'waiting' | 'reasoning' | 'streaming' | 'finished' | 'cut' | 'failed' | 'stopped'

/** Finer than the status: asked but still silent, thinking, writing; and finished only by the limit of tokens. */
export function stageOf(result: ResultState | undefined): Stage {
  if (!result) return 'idle'
  const { record } = result
  switch (record.status) {
    case 'PENDING':
      return 'queued'
    case 'RUNNING':
      return record.text !== '' ? 'streaming' : record.reasoning !== '' ? 'reasoning' : 'waiting'
    case 'COMPLETED':
      return record.finishReason === 'length' ? 'cut' : 'finished'
    case 'FAILED':
      return 'failed'
    case 'CANCELLED':
      return 'stopped'
  }
}

export function isLive(stage: Stage): boolean {
  return stage === 'queued' || stage === 'waiting' || stage === 'reasoning' || stage === 'streaming'
}

/** Whether the numbers of two states of an answer are the same, whatever its text is. */
export function sameNumbers(one: ResultState | undefined, other: ResultState | undefined): boolean {
  return (
    one?.live === other?.live &&
    one?.record.timings === other?.record.timings &&
    one?.record.usage === other?.record.usage &&
    stageOf(one) === stageOf(other)
  )
}

/** A lane's answers, by iteration. */
export function resultsOfLane(state: RunState | null, position: number | null): ResultState[] {
  if (!state || position === null) return []
  return state.order
    .map((id) => state.results[id])
    .filter((result): result is ResultState => result?.record.lane.position === position)
}

export function laneRecord(state: RunState | null, position: number | null): LaneRecord | null {
  return state?.run.lanes.find((lane) => lane.position === position) ?? null
}

/** How many of a run's answers stand where. */
export interface Tally {
  finished: number
  streaming: number
  waiting: number
  failed: number
  stopped: number
}

export function tally(state: RunState | null): Tally {
  const counts: Tally = { finished: 0, streaming: 0, waiting: 0, failed: 0, stopped: 0 }
  for (const result of Object.values(state?.results ?? {})) {
    const stage = stageOf(result)
    if (stage === 'finished' || stage === 'cut') counts.finished++
    else if (stage === 'streaming' || stage === 'reasoning') counts.streaming++
    else if (stage === 'failed' || stage === 'stopped') counts[stage]++
    else if (stage !== 'idle') counts.waiting++
  }
  return counts
}

/** The places of the first tokens, the fastest first; a lane without one has no place, and one lane alone has none. */
export function ranksOf(ttfts: readonly (number | null)[]): (number | null)[] {
  const known = ttfts.filter((ttft) => ttft !== null)
  return ttfts.map((ttft) =>
    ttft === null || known.length < 2 ? null : known.filter((other) => other < ttft).length + 1,
  )
}

/** The key of the words for where an answer stands: of a whole one, whether it passes the run's check. */
export function standingKey(stage: Stage, hasPassed: boolean | null) {
  if (hasPassed === null || (stage !== 'finished' && stage !== 'cut')) return stage
  return hasPassed ? (`${stage}Passed` as const) : (`${stage}Missed` as const)
}

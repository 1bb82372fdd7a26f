import { resultNumbers } from '@/features/run/live/result-numbers'
import { isFinal, type RunState } from '@/features/run/live/run-state'

/** What a whole run comes to so far. */
export interface RaceTotals {
  tokens: number | null
  cost: number | null
}

const UNKNOWN: RaceTotals = { tokens: null, cost: null }

/** Sums over all answers; null where there is nothing to add up, or where one's part is not known while it runs. */
export function raceTotals(state: RunState | null): RaceTotals {
  const totals = { ...UNKNOWN }
  for (const result of Object.values(state?.results ?? {})) {
    const lane = state?.run.lanes.find(({ position }) => position === result.record.lane.position)
    if (!lane) continue
    const { tokens, cost } = resultNumbers(result, lane, 0)
    if (!isFinal(result.record.status) && result.live.tokens === null) return UNKNOWN
    if (tokens !== null) totals.tokens = (totals.tokens ?? 0) + tokens
    if (cost !== null) totals.cost = (totals.cost ?? 0) + cost
  }
  return totals
}

/** How long the run took, or takes until `nowMs`. */
export function raceElapsed(state: RunState | null, nowMs: number): number | null {
  if (!state) return null
  const { startedAt, createdAt, finishedAt } = state.run
  const begin = Date.parse(startedAt ?? createdAt)
  return Math.max(0, finishedAt === null ? nowMs - (begin - Date.parse(createdAt)) : Date.parse(finishedAt) - begin)
}

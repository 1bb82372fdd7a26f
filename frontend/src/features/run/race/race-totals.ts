import { resultNumbers } from '@/features/run/live/result-numbers'
import type { RunState } from '@/features/run/live/run-state'

/** What a whole run comes to so far. */
export interface RaceTotals {
  tokens: number | null
  cost: number | null
  /** Whether a part of the cost is an estimate. */
  costIsEstimate: boolean
}

/** Sums over all answers; null where there is nothing to add up. */
export function raceTotals(state: RunState | null): RaceTotals {
  const totals: RaceTotals = { tokens: null, cost: null, costIsEstimate: false }
  for (const result of Object.values(state?.results ?? {})) {
    const lane = state?.run.lanes.find(({ position }) => position === result.record.lane.position)
    if (!lane) continue
    const { tokens, cost, costIsEstimate } = resultNumbers(result, lane, 0)
    if (tokens !== null) totals.tokens = (totals.tokens ?? 0) + tokens
    if (cost === null) continue
    totals.cost = (totals.cost ?? 0) + cost
    totals.costIsEstimate ||= costIsEstimate
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

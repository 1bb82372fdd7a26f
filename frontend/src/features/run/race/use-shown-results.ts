import type { Draft, DraftLane } from '@/features/run/composer/draft'
import { laneRecord, ranksOf, resultsOfLane } from '@/features/run/lane/lane-view'
import { sharedGapScale } from '@/features/run/live/gap-stats'
import { resultNumbers } from '@/features/run/live/result-numbers'
import type { LaneRecord, ResultState, RunState } from '@/features/run/live/run-state'
import { useState } from 'react'

/** A lane of the draft beside what the shown run has for it. */
export interface ShownLane {
  lane: DraftLane
  record: LaneRecord | null
  results: readonly ResultState[]
  shown: number
  rank: number | null
}

/** The lanes as they stand on the page, and the one scale of their sparklines. */
export function useShownResults(draft: Draft, state: RunState | null) {
  const [chosen, setChosen] = useState<{ runId: string | null; index: Readonly<Record<number, number>> }>({
    runId: null,
    index: {},
  })
  const runId = state?.run.id ?? null
  const index = chosen.runId === runId ? chosen.index : {}

  const lanes = draft.lanes.map((lane) => {
    const results = resultsOfLane(state, lane.runPosition)
    const shown = Math.min(index[lane.slot] ?? 0, Math.max(0, results.length - 1))
    return { lane, record: laneRecord(state, lane.runPosition), results, shown }
  })
  const ranks = ranksOf(
    lanes.map(({ results, shown, record }) => {
      const result = results[shown]
      return result && record ? resultNumbers(result, record, 0).ttftMs : null
    }),
  )
  return {
    lanes: lanes.map((lane, place): ShownLane => ({ ...lane, rank: ranks[place] ?? null })),
    scaleMs: sharedGapScale(lanes.map(({ results, shown }) => results[shown]?.live.gaps ?? [])),
    show: (slot: number, next: number) => setChosen({ runId, index: { ...index, [slot]: next } }),
  }
}

import type { Draft, DraftLane } from '@/features/run/composer/draft'
import { laneRecord, ranksOf, resultsOfLane, stageOf } from '@/features/run/lane/lane-view'
import { sharedGapScale } from '@/features/run/live/gap-stats'
import { resultNumbers } from '@/features/run/live/result-numbers'
import type { LaneRecord, ResultState, RunState } from '@/features/run/live/run-state'
import { leaderOf, type Leader, type Runner } from '@/features/run/race/leader'
import { useState } from 'react'

/** A lane of the draft beside what the shown run has for it. */
export interface ShownLane {
  lane: DraftLane
  record: LaneRecord | null
  results: readonly ResultState[]
  shown: number
  rank: number | null
  /** By what it is ahead of the others; null where it is not. */
  ahead: Leader['by'] | null
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
  const runners = lanes.map(runnerOf)
  const ranks = ranksOf(runners.map(({ ttftMs }) => ttftMs))
  const leader = useLeader(runners)
  return {
    lanes: lanes.map((lane, place): ShownLane => ({
      ...lane,
      rank: ranks[place] ?? null,
      ahead: leader?.slot === lane.lane.slot ? leader.by : null,
    })),
    scaleMs: sharedGapScale(lanes.map(({ results, shown }) => results[shown]?.live.gaps ?? [])),
    show: (slot: number, next: number) => setChosen({ runId, index: { ...index, [slot]: next } }),
  }
}

/** Who leads now; it is remembered, for who leads goes on leading until another is clearly faster. */
function useLeader(runners: readonly Runner[]): Leader | null {
  const [leader, setLeader] = useState<Leader | null>(null)
  const next = leaderOf(runners, leader)
  if (next?.slot !== leader?.slot || next?.by !== leader?.by) setLeader(next)
  return next
}

function runnerOf({ lane, record, results, shown }: Omit<ShownLane, 'rank' | 'ahead'>) {
  const result = results[shown]
  const stage = stageOf(result)
  const numbers = result && record ? resultNumbers(result, record, 0) : null
  const finished = stage === 'finished' || stage === 'cut'
  const writing = stage === 'streaming' || stage === 'reasoning'
  return {
    slot: lane.slot,
    ttftMs: numbers?.ttftMs ?? null,
    finishedMs: finished ? (numbers?.elapsedMs ?? null) : null,
    speed: writing ? (numbers?.tokensPerSecond ?? null) : null,
  }
}

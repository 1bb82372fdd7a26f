import { resultsOfLane } from '@/features/run/lane/lane-view'
import type { LaneRecord, ResultRecord, ResultState, RunState } from '@/features/run/live/run-state'

export const METRICS = ['firstToken', 'latency', 'gap', 'speed', 'tokens', 'cost'] as const

export type Metric = (typeof METRICS)[number]

/** Which of two medians is the better one; absent where neither is. */
export const BETTER: Partial<Record<Metric, 'less' | 'more'>> = {
  firstToken: 'less',
  latency: 'less',
  gap: 'less',
  speed: 'more',
  cost: 'less',
}

/** What one lane's whole answers come to. Failed and stopped ones are counted, but measure nothing. */
export interface ComparedLane {
  record: LaneRecord
  results: readonly ResultState[]
  completed: number
  /** The measured values of the whole answers, by iteration; those that nobody could measure are left out. */
  values: Readonly<Record<Metric, readonly number[]>>
  /** The median of the reasoning's tokens, which `tokens` contain; null where no server told them apart. */
  reasoningTokens: number | null
}

/** The lanes of a run as they were asked, in their order. */
export function comparedLanes(state: RunState): ComparedLane[] {
  return state.run.lanes.map((record) => {
    const results = resultsOfLane(state, record.position)
    const completed = results.map((result) => result.record).filter(({ status }) => status === 'COMPLETED')
    return {
      record,
      results,
      completed: completed.length,
      values: {
        firstToken: known(completed, ({ timings }) => timings?.timeToFirstTokenMs),
        latency: known(completed, ({ timings }) => timings?.latencyMs),
        gap: known(completed, ({ timings }) => timings?.interTokenP50Ms),
        speed: known(completed, ({ timings }) => timings?.tokensPerSecond),
        tokens: known(completed, ({ usage }) => usage?.completionTokens),
        cost: known(completed, ({ usage }) => (usage?.cost == null ? null : Number(usage.cost))),
      },
      reasoningTokens: median(known(completed, ({ usage }) => usage?.reasoningTokens)),
    }
  })
}

function known(results: readonly ResultRecord[], value: (result: ResultRecord) => number | null | undefined): number[] {
  return results.map(value).filter((number) => number !== null && number !== undefined)
}

/** The value in the middle, or the mean of the two there; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2
}

/** The best median of a metric; null where none is better, or fewer than two lanes can be compared. */
export function bestOf(lanes: readonly ComparedLane[], metric: Metric): number | null {
  const medians = lanes.map(({ values }) => median(values[metric])).filter((value) => value !== null)
  const better = BETTER[metric]
  if (better === undefined || medians.length < 2) return null
  return better === 'less' ? Math.min(...medians) : Math.max(...medians)
}

/** What the whole width of a metric's bars stands for: its largest value. */
export function scaleOf(lanes: readonly ComparedLane[], metric: Metric): number {
  return Math.max(0, ...lanes.flatMap(({ values }) => values[metric]))
}

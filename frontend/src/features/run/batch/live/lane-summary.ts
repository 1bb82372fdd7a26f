import type { Answer, BatchRow, BatchState } from '@/features/run/batch/live/batch-state'

/** What the answers of one lane come to. A number is null where nothing could be measured. */
export interface LaneSummary {
  completed: number
  failed: number
  /** How many pass the check; null where there is none. */
  passed: number | null
  medianMs: number | null
  /** The median of the answers' speeds. */
  tokensPerSecond: number | null
  /** US dollars, of the answers whose prices are known. */
  cost: number | null
}

/** One for each lane, in order. */
export function summarise({ shape, rows }: Pick<BatchState, 'shape' | 'rows'>): LaneSummary[] {
  return shape.lanes.map((_, lane) =>
    ofAnswers(
      rows.flatMap((row) => (row ? answersOf(row, lane, shape.iterations) : [])),
      shape.hasCheck,
    ),
  )
}

/** A message's answers of one lane. */
export function answersOf({ answers }: BatchRow, lane: number, iterations: number): readonly Answer[] {
  return answers.slice(lane * iterations, (lane + 1) * iterations)
}

function ofAnswers(answers: readonly Answer[], hasCheck: boolean): LaneSummary {
  const completed = answers.filter(({ status }) => status === 'COMPLETED')
  const costs = known(answers.map(({ usage }) => usage?.cost)).map(Number)
  return {
    completed: completed.length,
    failed: answers.filter(({ status }) => status === 'FAILED').length,
    passed: hasCheck ? completed.filter(({ hasPassed }) => hasPassed).length : null,
    medianMs: medianLatency(completed),
    tokensPerSecond: median(known(completed.map(({ timings }) => timings?.tokensPerSecond))),
    cost: costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0),
  }
}

/** The middle latency of those that completed, in milliseconds; null for none. */
export function medianLatency(answers: readonly Answer[]): number | null {
  const completed = answers.filter(({ status }) => status === 'COMPLETED')
  return median(known(completed.map(({ timings }) => timings?.latencyMs)))
}

/** The tokens of an answer, by the server's count or as they arrived. */
export function tokensOf({ usage, timings }: Pick<Answer, 'usage' | 'timings'>): number | null {
  return usage?.completionTokens ?? timings?.arrivedTokens ?? null
}

function median(values: number[]): number | null {
  if (values.length === 0) return null
  values.sort((one, other) => one - other)
  const middle = (values.length - 1) / 2
  return ((values[Math.floor(middle)] ?? 0) + (values[Math.ceil(middle)] ?? 0)) / 2
}

function known<T>(values: readonly (T | null | undefined)[]): T[] {
  return values.filter((value): value is T => value !== null && value !== undefined)
}

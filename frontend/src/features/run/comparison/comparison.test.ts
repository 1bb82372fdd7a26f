import { answersMarkdown } from '@/features/run/comparison/answers-markdown'
import { bestOf, comparedLanes, median, scaleOf } from '@/features/run/comparison/compared-lanes'
import { stateOf } from '@/features/run/live/run-reducer'
import type { ResultRecord } from '@/features/run/live/run-state'
import { testingResult, testingRun } from '@/features/run/live/testing-run'
import { describe, expect, it } from 'vitest'

const answer = (id: string, position: number, latencyMs: number, change: Partial<ResultRecord> = {}): ResultRecord =>
  testingResult(id, {
    status: 'COMPLETED',
    lane: { __typename: 'Lane', position },
    text: `Answer ${id}`,
    timings: {
      __typename: 'Timings',
      queuedMs: 0,
      timeToFirstTokenMs: latencyMs / 10,
      latencyMs,
      interTokenP50Ms: null,
      interTokenP99Ms: null,
      tokensPerSecond: 100_000 / latencyMs,
      arrivedTokens: null,
    },
    usage: {
      __typename: 'Usage',
      promptTokens: 5,
      completionTokens: 50,
      reasoningTokens: null,
      cost: position === 0 ? '0.00010' : null,
    },
    ...change,
  })

const error = { __typename: 'ResultError', code: 'UPSTREAM_TIMEOUT', message: 'Too late.' } as const

const run = testingRun({
  iterations: 3,
  results: [
    answer('a1', 0, 1_000),
    answer('a2', 0, 3_000, { iteration: 2 }),
    answer('a3', 0, 9_000, { iteration: 3, status: 'FAILED', error, text: '' }),
    answer('b1', 1, 4_000),
  ],
})
const lanes = comparedLanes(stateOf(run))

describe('a comparison', () => {
  it('takes the middle of the whole answers, and of none nothing', () => {
    expect(median([9, 1, 4])).toBe(4)
    expect(median([1, 2])).toBe(1.5)
    expect(median([])).toBeNull()
  })

  it('counts what failed but does not measure it', () => {
    expect(lanes[0]).toMatchObject({ completed: 2, values: { latency: [1_000, 3_000], firstToken: [100, 300] } })
    expect(lanes[0]?.results).toHaveLength(3)
  })

  it('knows the better lane, and none where neither is or only one can be measured', () => {
    expect(bestOf(lanes, 'latency')).toBe(2_000)
    expect(bestOf(lanes, 'speed')).toBeCloseTo((100 + 100 / 3) / 2)
    expect(bestOf(lanes, 'tokens')).toBeNull()
    expect(bestOf(lanes, 'cost')).toBeNull()
    expect(scaleOf(lanes, 'latency')).toBe(4_000)
  })

  it('is a Markdown document with every answer', () => {
    const text = answersMarkdown('Why?\nHow?', lanes, {
      title: 'Run #7',
      lane: 'Lane',
      metric: (metric) => metric,
      value: (_, value) => String(value ?? '–'),
      own: () => '',
      repeat: (iteration) => `repeat ${iteration}`,
      empty: '*No text.*',
    })
    expect(text).toContain('# Run #7\n\n> Why?\n> How?\n\n| Lane |')
    expect(text).toContain('| A Model 0 | 200 | 2000 |')
    expect(text).toContain('## A Model 0, repeat 2\n\nAnswer a2')
    expect(text).toContain('## A Model 0, repeat 3\n\n*UPSTREAM_TIMEOUT: Too late.*')
    expect(text).toContain('## B Model 1, repeat 1\n\nAnswer b1')
  })
})

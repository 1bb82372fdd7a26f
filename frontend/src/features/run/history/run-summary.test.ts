import type { RunSummary_RunFragment, Status } from '@/__generated__/graphql'
import { isFinal, summarise, tookMs } from '@/features/run/history/run-summary'
import { describe, expect, it } from 'vitest'

type Result = RunSummary_RunFragment['results'][number]

function result(position: number, more: Partial<Result> = {}): Result {
  return {
    __typename: 'Result',
    id: `${position}`,
    status: 'COMPLETED',
    lane: { __typename: 'Lane', position },
    timings: null,
    usage: null,
    hasPassed: null,
    ...more,
  }
}

function run(status: Status, results: Result[]): RunSummary_RunFragment {
  return { __typename: 'Run', id: 'r', status, iterations: 1, check: null, results }
}

const ttft = (timeToFirstTokenMs: number | null): Partial<Result> => ({
  timings: { __typename: 'Timings', timeToFirstTokenMs },
})
const usage = (completionTokens: number | null, cost: string | null): Partial<Result> => ({
  usage: { __typename: 'Usage', completionTokens, cost },
})

describe('a run in one line', () => {
  it('counts what passes its check, of what was tried', () => {
    const results = [
      result(0, { hasPassed: true }),
      result(1, { hasPassed: false }),
      result(2, { status: 'FAILED' }),
      result(3, { status: 'CANCELLED' }),
    ]
    const check = { __typename: 'Check', kind: 'CONTAINS', value: 'sky', ignoreCase: false } as const
    expect(summarise({ ...run('COMPLETED', results), check }).check).toEqual({ passed: 1, tried: 3 })
    expect(summarise(run('COMPLETED', results)).check).toBeNull()
  })

  it('has the best time to first token, and the sums of tokens and cost', () => {
    const results = [
      result(0, { ...ttft(184.2), ...usage(404, '0.000100') }),
      result(1, { ...ttft(138), ...usage(521, '0.000150') }),
    ]
    const { bestTtftMs, tokens, cost } = summarise(run('COMPLETED', results))
    expect({ bestTtftMs, tokens }).toEqual({ bestTtftMs: 138, tokens: 925 })
    expect(cost).toBeCloseTo(0.00025, 12)
  })

  it('has no number where there is none, rather than a zero', () => {
    const results = [result(0, { ...ttft(null), ...usage(null, null) }), result(1)]
    expect(summarise(run('COMPLETED', results))).toMatchObject({ bestTtftMs: null, tokens: null, cost: null })
    expect(summarise(run('RUNNING', []))).toMatchObject({ bestTtftMs: null, tokens: null, cost: null })
  })

  it('counts what is known beside what is not', () => {
    const results = [result(0, usage(0, '0')), result(1), result(2, usage(12, null))]
    expect(summarise(run('COMPLETED', results))).toMatchObject({ tokens: 12, cost: 0 })
  })

  it('says how many lanes failed, however often each was asked', () => {
    const failed: Partial<Result> = { status: 'FAILED' }
    const results = [result(0), result(1, failed), result(1, failed), result(2, failed)]
    expect(summarise(run('COMPLETED', results))).toMatchObject({
      standing: 'partly-failed',
      failures: 3,
      failedLanes: 2,
    })
  })

  it.each<[Status, string]>([
    ['PENDING', 'waiting'],
    ['RUNNING', 'running'],
    ['COMPLETED', 'completed'],
    ['FAILED', 'failed'],
    ['CANCELLED', 'stopped'],
  ])('that is %s is %s', (status, standing) => {
    expect(summarise(run(status, [result(0)])).standing).toBe(standing)
  })

  it('is final only when it has ended', () => {
    const statuses: Status[] = ['PENDING', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED']
    expect(statuses.map(isFinal)).toEqual([false, false, true, true, true])
  })
})

describe('how long a run took', () => {
  const started = { status: 'RUNNING' as const, createdAt: '2026-11-18T05:00:00Z', startedAt: '2026-11-18T05:00:01Z' }
  const now = Date.parse('2026-11-18T05:00:19.400Z')

  it('ends with its last answer, or goes on', () => {
    expect(tookMs({ ...started, finishedAt: '2026-11-18T05:00:10.050Z' }, now)).toBe(9_050)
    expect(tookMs({ ...started, finishedAt: null }, now)).toBe(18_400)
  })

  it('is nothing while it waits, and never negative', () => {
    expect(tookMs({ ...started, startedAt: null, finishedAt: null }, now)).toBeNull()
    expect(tookMs({ ...started, finishedAt: null }, Date.parse('2026-11-18T05:00:00Z'))).toBe(0)
  })
})

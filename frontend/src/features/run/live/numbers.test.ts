import { gapStats, sharedGapScale } from '@/features/run/live/gap-stats'
import { resultNumbers } from '@/features/run/live/result-numbers'
import { NOTHING_MEASURED, type Live, type ResultRecord } from '@/features/run/live/run-state'
import { testingLane, testingResult } from '@/features/run/live/testing-run'
import { describe, expect, it } from 'vitest'

const numbers = (record: Partial<ResultRecord>, live: Partial<Live>, nowMs = 0) =>
  resultNumbers({ record: testingResult('a', record), live: { ...NOTHING_MEASURED, ...live } }, testingLane(0), nowMs)

describe('the numbers of an answer', () => {
  it('are none before it was asked', () => {
    expect(numbers({ status: 'PENDING' }, {}, 500)).toEqual({
      elapsedMs: null,
      ttftMs: null,
      tokensPerSecond: null,
      tokens: null,
      tokensAreEstimate: false,
      cost: null,
      costIsEstimate: true,
    })
  })

  it('tick with the clock of the run', () => {
    expect(numbers({}, { startedAt: 100 }, 1_600).elapsedMs).toBe(1_500)
  })

  it('come from the pieces while they arrive', () => {
    const live = { startedAt: 100, firstAt: 300, lastAt: 1_300, tokens: 101, seen: { from: 300, tokens: 100 } }
    expect(numbers({}, live, 1_400)).toMatchObject({ ttftMs: 200, tokensPerSecond: 100, tokens: 101, cost: 101 * 5e-7 })
  })

  it('say that they are estimates where some tokens came before the page looked', () => {
    const live = { startedAt: 0, lastAt: 300, tokens: 70, missed: true, seen: { from: 100, tokens: 20 } }
    expect(numbers({}, live, 400)).toMatchObject({ tokens: 70, tokensAreEstimate: true, tokensPerSecond: 100 })
    expect(numbers({ status: 'CANCELLED' }, live)).toMatchObject({ tokens: null, cost: null })
  })

  it('are what had arrived where a stopped answer is read again', () => {
    const timings = { __typename: 'Timings', arrivedTokens: 64, latencyMs: 900 } as ResultRecord['timings']
    expect(numbers({ status: 'CANCELLED', timings }, { startedAt: 0, tokens: 70, missed: true })).toMatchObject({
      tokens: 64,
      tokensAreEstimate: false,
      cost: 64 * 5e-7,
    })
  })

  it('are the server’s once it has told them', () => {
    const timings = {
      __typename: 'Timings',
      queuedMs: 5,
      timeToFirstTokenMs: 138,
      latencyMs: 4_310,
      interTokenP50Ms: 10.2,
      interTokenP99Ms: 21.6,
      tokensPerSecond: 96.6,
      arrivedTokens: null,
    } as const
    const usage = {
      __typename: 'Usage',
      promptTokens: 9,
      completionTokens: 404,
      reasoningTokens: null,
      cost: '0.00010',
    } as const
    const live = { startedAt: 1, firstAt: 2, lastAt: 3, tokens: 1, seen: { from: 2, tokens: 1 } }
    expect(numbers({ status: 'COMPLETED', timings, usage }, live, 9_999)).toEqual({
      elapsedMs: 4_310,
      ttftMs: 138,
      tokensPerSecond: 96.6,
      tokens: 404,
      tokensAreEstimate: false,
      cost: 0.0001,
      costIsEstimate: false,
    })
  })

  it('stop where a failure ended them', () => {
    expect(numbers({ status: 'FAILED' }, { startedAt: 50, endedAt: 1_600 }, 9_999).elapsedMs).toBe(1_550)
  })
})

describe('gaps', () => {
  it('have a median and a tail', () => {
    const gaps = Array.from({ length: 100 }, (_, index) => index + 1)
    expect(gapStats(gaps)).toEqual({ p50: 50, p99: 99 })
    expect(gapStats([5])).toBeNull()
  })

  it('share one scale that moves in steps and leaves rare ones out', () => {
    const steady = Array.from({ length: 99 }, () => 12)
    expect(sharedGapScale([steady, [...steady, 900]])).toBe(20)
    expect(sharedGapScale([steady, steady.map(() => 60)])).toBe(100)
    expect(sharedGapScale([])).toBe(20)
  })
})

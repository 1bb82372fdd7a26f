import { differenceOf, distributionOf, verdictOf } from '@/features/run/comparison/difference'
import type { Difference, RunStatistics } from '@/features/run/comparison/use-statistics'
import { describe, expect, it } from 'vitest'

const difference = (change: Partial<Difference>): Difference => ({
  __typename: 'Difference',
  metric: 'LATENCY',
  difference: -120,
  margin: 35,
  isDistinguishable: true,
  count: 5,
  baselineCount: 5,
  ...change,
})

describe('a verdict', () => {
  it('calls a shorter time and a higher rate faster', () => {
    expect(verdictOf('latency', difference({}))).toEqual({ kind: 'faster', by: 120, margin: 35 })
    expect(verdictOf('gap', difference({ difference: 3 }))).toMatchObject({ kind: 'slower', by: 3 })
    expect(verdictOf('speed', difference({ difference: 14 }))).toMatchObject({ kind: 'faster', by: 14 })
    expect(verdictOf('speed', difference({ difference: -14 }))).toMatchObject({ kind: 'slower', by: 14 })
  })

  it('has only more or less for tokens and cost', () => {
    expect(verdictOf('tokens', difference({ difference: 40 }))).toMatchObject({ kind: 'more' })
    expect(verdictOf('cost', difference({ difference: -0.1 }))).toMatchObject({ kind: 'less' })
  })

  it('says when nothing can be said', () => {
    expect(verdictOf('latency', difference({ isDistinguishable: false }))).toEqual({ kind: 'alike' })
    const few = difference({ margin: null, isDistinguishable: false, count: 2 })
    expect(verdictOf('latency', few)).toEqual({ kind: 'tooFew', needed: 3 })
    expect(verdictOf('latency', difference({ difference: null, margin: null }))).toEqual({ kind: 'unknown' })
  })
})

describe('statistics', () => {
  const run = {
    id: 'run',
    statistics: [{ lane: { position: 1 }, distributions: [{ metric: 'COST', median: 0.5 }] }],
    comparisons: [{ lane: { position: 1 }, differences: [difference({ metric: 'COST' })] }],
  } as unknown as RunStatistics

  it('are found by lane and measure, and the baseline has no difference', () => {
    expect(distributionOf(run, 1, 'cost')?.median).toBe(0.5)
    expect(distributionOf(run, 1, 'gap')).toBeNull()
    expect(differenceOf(run, 1, 'cost')?.difference).toBe(-120)
    expect(differenceOf(run, 0, 'cost')).toBeNull()
  })
})

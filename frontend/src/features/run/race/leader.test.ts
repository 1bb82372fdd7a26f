import { leaderOf, type Runner } from '@/features/run/race/leader'
import { describe, expect, it } from 'vitest'

const runner = (slot: number, change: Partial<Runner> = {}): Runner => ({
  slot,
  finishedMs: null,
  speed: null,
  ...change,
})

describe('who is ahead', () => {
  it('is nobody before the first token, and nobody alone', () => {
    expect(leaderOf([runner(0), runner(1)], null)).toBeNull()
    expect(leaderOf([runner(0, { speed: 90 })], null)).toBeNull()
  })

  it('is the fastest writer until somebody has finished', () => {
    expect(leaderOf([runner(0, { speed: 40 }), runner(1, { speed: 90 })], null)).toEqual({ slot: 1, by: 'speed' })
  })

  it('is whose whole answer took the shortest, however fast others write', () => {
    const runners = [runner(0, { finishedMs: 900 }), runner(1, { speed: 400 }), runner(2, { finishedMs: 800 })]
    expect(leaderOf(runners, { slot: 1, by: 'speed' })).toEqual({ slot: 2, by: 'finish' })
  })

  it('does not change for a hair’s breadth', () => {
    const before = { slot: 0, by: 'speed' } as const
    expect(leaderOf([runner(0, { speed: 100 }), runner(1, { speed: 104 })], before)?.slot).toBe(0)
    expect(leaderOf([runner(0, { speed: 100 }), runner(1, { speed: 106 })], before)?.slot).toBe(1)
    expect(leaderOf([runner(0), runner(1, { speed: 10 })], before)?.slot).toBe(1)
  })
})

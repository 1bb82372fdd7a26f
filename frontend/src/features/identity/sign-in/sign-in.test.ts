import { LANES, ticksOf } from '@/features/identity/sign-in/race-ticks'
import { linkTokenOf, signInErrorOf } from '@/features/identity/sign-in/sign-in-error'
import { describe, expect, it } from 'vitest'

describe('the sign-in page', () => {
  it('knows why a sign-in failed, and takes an unknown word for a failure without a reason', () => {
    expect(signInErrorOf(new URLSearchParams('error=denied'))).toBe('denied')
    expect(signInErrorOf(new URLSearchParams('error=<b>'))).toBe('failed')
    expect(signInErrorOf(new URLSearchParams(''))).toBeNull()
  })

  it('finds the token of a link behind the hash alone', () => {
    expect(linkTokenOf('#link=abc_-1')).toBe('abc_-1')
    expect(linkTokenOf('#link=')).toBeNull()
    expect(linkTokenOf('#other=abc')).toBeNull()
    expect(linkTokenOf('')).toBeNull()
  })

  it('draws the same race every time, each lane in order and to its end', () => {
    for (const [seed, lane] of LANES.entries()) {
      const ticks = ticksOf(lane, seed)
      expect(ticks).toEqual(ticksOf(lane, seed))
      expect(ticks).toEqual([...ticks].sort((a, b) => a - b))
      expect(ticks[0]).toBe(lane.first)
      expect(ticks.at(-1)).toBeLessThan(lane.end)
      expect(ticks.at(-1)).toBeGreaterThan(lane.end - 2 * lane.gap)
    }
  })
})

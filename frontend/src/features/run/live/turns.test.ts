import type { ResultState, RunRecord, RunState } from '@/features/run/live/run-state'
import { NOTHING_MEASURED } from '@/features/run/live/run-state'
import { testingLane, testingResult, testingRun } from '@/features/run/live/testing-run'
import { takeTurn } from '@/features/run/live/turns'
import { describe, expect, it } from 'vitest'

/** A race of so many lanes to whose states a text leads: each lane has it as its one answer, with as many tokens as letters. */
function race(lanes: number) {
  const positions = Array.from({ length: lanes }, (_, position) => position)
  const run = testingRun({ lanes: positions.map(testingLane) })
  return (text: string, status: RunRecord['results'][number]['status'] = 'RUNNING'): RunState => {
    const results = positions.map((position): ResultState => ({
      record: testingResult(`r${position}`, { status, text, lane: { __typename: 'Lane', position } }),
      live: { ...NOTHING_MEASURED, tokens: text.length },
    }))
    return {
      run,
      sequence: 1,
      order: results.map(({ record }) => record.id),
      results: Object.fromEntries(results.map((result) => [result.record.id, result])),
      torn: false,
    }
  }
}

const shownOf = (state: RunState | null) => state?.order.map((id) => state.results[id]) ?? []
const texts = (state: RunState | null) => shownOf(state).map((result) => result?.record.text)
const tokens = (state: RunState | null) => shownOf(state).map((result) => result?.live.tokens)

describe('takeTurn', () => {
  it('lets every second of many lanes grow, and the others with the next turn', () => {
    const at = race(4)
    const after = at('ab')
    const half = takeTurn(at('a'), after, 0)
    expect(texts(half)).toEqual(['ab', 'a', 'ab', 'a'])
    expect(texts(takeTurn(half, after, 1))).toEqual(['ab', 'ab', 'ab', 'ab'])
  })

  it('lets both of two lanes grow at once', () => {
    const at = race(2)
    expect(texts(takeTurn(at('a'), at('ab'), 1))).toEqual(['ab', 'ab'])
  })

  it('lets the numbers follow the text, one lane after the other', () => {
    const at = race(2)
    const after = at('ab')
    const first = takeTurn(at('a'), after, 0)
    expect(tokens(first)).toEqual([2, 1])
    expect(tokens(takeTurn(first, after, 5))).toEqual([2, 2])
  })

  it('shows the same object while nothing of it is newer', () => {
    const at = race(4)
    const after = at('ab')
    const half = takeTurn(at('a'), after, 0)
    expect(takeTurn(half, after, 6)).toBe(half)
  })

  it('lets lanes out of sight grow seldom, and does not count them', () => {
    const at = race(4)
    const unseen = new Set([1, 2])
    const after = at('ab')
    const seen = takeTurn(at('a'), after, 0, unseen)
    expect(texts(seen)).toEqual(['ab', 'a', 'a', 'ab'])
    expect(texts(takeTurn(seen, after, 15, unseen))).toEqual(['ab', 'ab', 'a', 'ab'])
  })

  it('keeps neither the first piece nor the end waiting', () => {
    const at = race(4)
    expect(texts(takeTurn(at(''), at('a'), 0))).toEqual(['a', 'a', 'a', 'a'])
    const ended = takeTurn(at('a'), at('ab', 'COMPLETED'), 0)
    expect([texts(ended), tokens(ended)]).toEqual([Array(4).fill('ab'), Array(4).fill(2)])
  })
})

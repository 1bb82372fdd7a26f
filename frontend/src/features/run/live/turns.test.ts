import type { RunState } from '@/features/run/live/run-state'
import { takeTurn } from '@/features/run/live/turns'
import { describe, expect, it } from 'vitest'

/** A run of so many lanes, each with one running answer of this text. */
function race(lanes: number, text: string, status = 'RUNNING'): RunState {
  const positions = Array.from({ length: lanes }, (_, position) => position)
  const results = positions.map((position) => {
    const record = { id: `r${position}`, status, text, reasoning: '', lane: { position } }
    return [record.id, { record, live: {} }]
  })
  const order = positions.map((position) => `r${position}`)
  return {
    run: RUN(lanes),
    sequence: 1,
    order,
    results: Object.fromEntries(results),
    torn: false,
  } as unknown as RunState
}

const runs = new Map<number, unknown>()
function RUN(lanes: number) {
  if (!runs.has(lanes)) runs.set(lanes, { lanes: Array.from({ length: lanes }) })
  return runs.get(lanes)
}

const texts = (state: RunState | null) => state?.order.map((id) => state.results[id]?.record.text)

describe('takeTurn', () => {
  it('lets half of eight lanes grow, and the other half with the next turn', () => {
    const [before, after] = [race(8, 'a'), race(8, 'ab')]
    const half = takeTurn(before, after, 0)
    expect(texts(half)).toEqual(['ab', 'a', 'ab', 'a', 'ab', 'a', 'ab', 'a'])
    expect(texts(takeTurn(half, after, 1))).toEqual(Array(8).fill('ab'))
  })

  it('shows the same object where no lane on its turn grew', () => {
    const half = takeTurn(race(8, 'a'), race(8, 'ab'), 0)
    expect(takeTurn(half, race(8, 'ab'), 2)).not.toBe(half)
    const whole = race(8, 'ab')
    const first = takeTurn(race(8, 'a'), whole, 0)
    expect(takeTurn(first, whole, 0)).toBe(first)
  })

  it('lets all of four lanes grow at once', () => {
    expect(texts(takeTurn(race(4, 'a'), race(4, 'ab'), 1))).toEqual(Array(4).fill('ab'))
  })

  it('lets lanes out of sight grow seldom', () => {
    const unseen = new Set([1])
    expect(texts(takeTurn(race(2, 'a'), race(2, 'ab'), 0, unseen))).toEqual(['ab', 'a'])
    expect(texts(takeTurn(race(2, 'a'), race(2, 'ab'), 17, unseen))).toEqual(['ab', 'ab'])
  })

  it('keeps neither the first piece nor the end waiting', () => {
    expect(texts(takeTurn(race(8, ''), race(8, 'a'), 0))).toEqual(Array(8).fill('a'))
    expect(texts(takeTurn(race(8, 'a'), race(8, 'ab', 'COMPLETED'), 0))).toEqual(Array(8).fill('ab'))
  })
})

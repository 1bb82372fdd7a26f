import { place, runReducer } from '@/features/run/live/run-reducer'
import type { RunEvent, RunState } from '@/features/run/live/run-state'
import { event, testingResult, testingRun } from '@/features/run/live/testing-run'
import { describe, expect, it } from 'vitest'

function play(...events: RunEvent[]): RunState {
  const state = events.reduce(runReducer, null)
  if (!state) throw new Error('no snapshot was played')
  return state
}

const text = (state: RunState, id = 'a') => state.results[id]?.record.text
const live = (state: RunState, id = 'a') => state.results[id]?.live

describe('runReducer', () => {
  it('holds nothing before the first snapshot', () => {
    expect(runReducer(null, event.text(1, 'x', 0))).toBeNull()
  })

  it('puts pieces in their order into their own lane', () => {
    const state = play(
      event.snapshot(0, testingRun()),
      event.text(1, 'Hel', 0),
      event.text(2, 'Other', 0, 20, 'b'),
      event.text(3, 'lo', 3),
    )
    expect(text(state)).toBe('Hello')
    expect(text(state, 'b')).toBe('Other')
    expect(state.sequence).toBe(3)
  })

  it('drops sequences that it has seen', () => {
    const state = play(event.snapshot(0, testingRun()), event.text(1, 'Hel', 0), event.text(2, 'lo', 3))
    expect(runReducer(state, event.text(1, 'Hel', 0))).toBe(state)
    expect(runReducer(state, event.text(2, 'lo', 5))).toBe(state)
  })

  it('drops what a snapshot already contains', () => {
    const run = testingRun({ results: [testingResult('a', { text: 'Hello' })] })
    const state = play(event.snapshot(5, run), event.text(4, 'Hello', 0), event.text(5, 'Hello', 5))
    expect(text(state)).toBe('Hello')
  })

  it('replaces everything by a snapshot in mid-run and goes on from there', () => {
    const run = testingRun({ results: [testingResult('a', { text: 'Hello wor' })] })
    const state = play(
      event.snapshot(0, testingRun()),
      event.text(1, 'Hel', 0),
      event.snapshot(8, run),
      event.text(9, 'ld', 9),
    )
    expect(text(state)).toBe('Hello world')
    expect(state.results.b).toBeUndefined()
    expect(state.order).toEqual(['a'])
  })

  it('does not fall behind what it shows for a snapshot that others share, and counts nothing twice', () => {
    const shared = testingRun({ results: [testingResult('a', { text: 'Hel', reasoning: '' })] })
    const ahead = play(
      event.snapshot(0, testingRun()),
      event.text(1, 'Hel', 0, 10),
      event.text(2, 'lo', 3, 20),
      event.text(3, ' wor', 5, 30),
    )
    const replayed = [event.snapshot(1, shared), event.text(2, 'lo', 3, 20), event.text(3, ' wor', 5, 30)]
    const after = replayed.reduce<RunState | null>((state, one) => {
      const next = runReducer(state, one)
      expect(next && text(next)).toBe('Hello wor')
      expect(next && live(next)?.tokens).toBe(live(ahead)?.tokens)
      return next
    }, ahead)
    const later = runReducer(after, event.text(4, 'ld', 9, 40))
    expect(later && text(later)).toBe('Hello world')
    expect(later && live(later)?.gaps).toHaveLength(3)
  })

  it('keeps an end that a shared snapshot does not know of yet', () => {
    const ended = testingResult('a', { text: 'Hello', status: 'COMPLETED' })
    const state = play(
      event.snapshot(0, testingRun()),
      event.text(1, 'Hello', 0),
      { __typename: 'ResultFinished', runId: 'run', sequence: 2, atMs: 50, result: ended },
      event.snapshot(0, testingRun()),
    )
    expect(state.results.a?.record.status).toBe('COMPLETED')
  })

  it('lets a snapshot take the place of a longer text, for it alone is right', () => {
    const run = testingRun({ results: [testingResult('a', { text: 'No' })] })
    expect(text(play(event.snapshot(0, testingRun()), event.text(1, 'Hello', 0), event.snapshot(1, run)))).toBe('No')
  })

  it('says that it is torn when a piece is missing, and keeps the text that it has', () => {
    const state = play(event.snapshot(0, testingRun()), event.text(1, 'Hel', 0), event.text(3, 'x', 9))
    expect(state.torn).toBe(true)
    expect(text(state)).toBe('Hel')
    expect(runReducer(state, event.snapshot(3, testingRun()))?.torn).toBe(false)
  })

  it('takes the stored result and its numbers when an answer ends', () => {
    const stored = testingResult('a', { status: 'COMPLETED', text: 'Hello', finishReason: 'stop' })
    const state = play(event.snapshot(0, testingRun()), event.text(1, 'Hel', 0), event.ended(2, stored, 400))
    expect(state.results.a?.record).toEqual(stored)
    expect(live(state)?.endedAt).toBe(400)
    expect(state.results.b?.record.status).toBe('RUNNING')
  })

  it('takes the whole run at its end and keeps the gaps that it measured', () => {
    const run = testingRun({ status: 'COMPLETED', results: [testingResult('a', { status: 'COMPLETED', text: 'Hi' })] })
    const state = play(
      event.snapshot(0, testingRun()),
      event.text(1, 'H', 0, 10),
      event.text(2, 'i', 1, 25),
      event.finished(3, run, 30),
    )
    expect(state.run.status).toBe('COMPLETED')
    expect(live(state)?.gaps).toEqual([15])
  })

  it('measures from the moment when the request was sent', () => {
    const state = play(
      event.snapshot(0, testingRun({ results: [testingResult('a', { status: 'PENDING' })] })),
      event.changed(1, testingResult('a'), 40),
      event.text(2, 'a', 0, 140),
      event.text(3, 'b', 1, 150),
      event.text(4, 'c', 2, 175),
    )
    expect(live(state)).toMatchObject({ startedAt: 40, firstAt: 140, lastAt: 175, tokens: 3, gaps: [10, 25] })
  })

  it('estimates the tokens that came before it looked, and counts the rest', () => {
    const run = testingRun({ results: [testingResult('a', { text: 'Hello' })] })
    const state = play(event.snapshot(5, run), event.text(6, '!', 5, 100), event.text(7, '!', 6, 110))
    expect(live(state)).toMatchObject({
      tokens: 4,
      missed: true,
      firstAt: null,
      seen: { from: 100, tokens: 1 },
      gaps: [10],
    })
  })

  it('keeps its measure over a snapshot that brings nothing new', () => {
    const run = testingRun({ results: [testingResult('a', { text: 'ab' })] })
    const before = [event.snapshot(0, testingRun()), event.text(1, 'a', 0, 10), event.text(2, 'b', 1, 20)]
    expect(live(play(...before, event.snapshot(2, run), event.text(3, 'c', 2, 30)))).toMatchObject({
      tokens: 3,
      gaps: [10, 10],
    })
  })
})

describe('place', () => {
  it('appends at the end', () => expect(place('ab', 'c', 2)).toBe('abc'))
  it('does not double what is there', () => expect(place('abc', 'bc', 1)).toBe('abc'))
  it('adds the new half of a piece that overlaps', () => expect(place('abc', 'cd', 2)).toBe('abcd'))
  it('refuses a hole', () => expect(place('ab', 'd', 3)).toBeNull())

  it('counts UTF-16 units: a face takes two', () => {
    expect(place('👍', '!', 2)).toBe('👍!')
    expect(place('👍', '!', 1)).toBe('👍')
  })

  it('joins a pair that was split between two pieces', () => {
    const [high, low] = ['\ud83d', '\udc4d']
    expect(place(place('a', high, 1) ?? '', low, 2)).toBe('a👍')
  })
})

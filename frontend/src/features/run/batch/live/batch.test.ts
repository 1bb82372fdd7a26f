import { lacksText, progressOf, stateOf, withEvents, withHead, withRuns } from '@/features/run/batch/live/batch-reducer'
import type { BatchEvent, BatchHead, BatchState, ResultRecord, RunNode } from '@/features/run/batch/live/batch-state'
import { summarise } from '@/features/run/batch/live/lane-summary'
import { elapsedMs, leftMs } from '@/features/run/batch/live/time-left'
import { describe, expect, it } from 'vitest'

const head: BatchHead = {
  __typename: 'Batch',
  id: 'batch',
  name: '',
  status: 'RUNNING',
  createdAt: '2026-11-21T05:40:00Z',
  finishedAt: null,
  removedAt: null,
  progress: {
    __typename: 'BatchProgress',
    total: 4,
    pending: 3,
    running: 1,
    completed: 0,
    failed: 0,
    cancelled: 0,
  },
}

const lane = (position: number) => ({
  __typename: 'Lane' as const,
  position,
  modelSnapshot: { __typename: 'ModelSnapshot' as const, name: `Model ${position}`, isSimulated: true },
})

/** Two messages, two lanes, one iteration: the answers are `0-0`, `0-1`, `1-0` and `1-1`. */
const empty = stateOf(head, { lanes: [lane(0), lane(1)], iterations: 1, hasCheck: false, messages: 2 })

function result(id: string, change: Partial<ResultRecord> = {}): ResultRecord {
  return {
    __typename: 'Result',
    id,
    status: 'PENDING',
    iteration: 1,
    lane: { __typename: 'Lane', position: Number(id.at(-1)) },
    error: null,
    timings: null,
    usage: null,
    hasPassed: null,
    ...change,
  }
}

function run(position: number, results: ResultRecord[], id = `run-${position}`): RunNode {
  return {
    __typename: 'Run',
    id,
    batchPosition: position,
    userMessage: `Message ${position}`,
    results,
  }
}

const ended = (sequence: number, id: string, change: Partial<ResultRecord> = {}): BatchEvent => ({
  __typename: 'BatchResultFinished',
  batchId: 'batch',
  sequence,
  run: { __typename: 'Run', id: `run-${id.slice(0, 1)}`, batchPosition: Number(id.slice(0, 1)) },
  result: { ...result(id, { status: 'COMPLETED', ...change }), text: `Answer ${id}` },
})

const snapshot = (sequence: number): BatchEvent => ({
  __typename: 'BatchSnapshot',
  batchId: 'batch',
  sequence,
  batch: head,
})

const loaded = withRuns(empty, [run(0, [result('0-0'), result('0-1')]), run(1, [result('1-0'), result('1-1')])])
const answers = (state: BatchState) =>
  state.rows.map((row) => row?.answers.map(({ status, start }) => [status, start].filter(Boolean).join(' ')))

describe('a batch', () => {
  it('fills in as answers end', () => {
    const state = withEvents(loaded, [ended(1, '0-1'), ended(2, '1-0', { status: 'FAILED' })])
    expect(answers(state)).toEqual([
      ['PENDING', 'COMPLETED Answer 0-1'],
      ['FAILED Answer 1-0', 'PENDING'],
    ])
    expect(progressOf(state)).toMatchObject({ completed: 1, failed: 1, running: 1, pending: 1 })
  })

  it('counts each event once', () => {
    const state = withEvents(loaded, [ended(1, '0-1')])
    expect(withEvents(state, [ended(1, '0-0')]).rows).toEqual(state.rows)
  })

  it('counts anew after a snapshot', () => {
    const state = withEvents(withEvents(loaded, [ended(7, '0-1')]), [snapshot(2), ended(3, '0-0')])
    expect(answers(state)[0]).toEqual(['COMPLETED Answer 0-0', 'COMPLETED Answer 0-1'])
  })

  it('keeps what ended before its row was told', () => {
    const state = withEvents(empty, [ended(1, '1-1')])
    expect(progressOf(state)).toEqual(head.progress)
    const told = withRuns(state, [run(1, [result('1-0'), result('1-1')])])
    expect(answers(told)).toEqual([undefined, ['PENDING', 'COMPLETED Answer 1-1']])
    expect(told.early).toEqual({})
  })

  it('takes no older word for a newer one', () => {
    const state = withEvents(loaded, [ended(1, '0-0')])
    expect(withRuns(state, [run(0, [result('0-0', { status: 'RUNNING' }), result('0-1')])]).rows).toEqual(state.rows)
  })

  it('keeps a row that is as it was the same object', () => {
    const state = withRuns(loaded, [
      run(0, [result('0-0'), result('0-1')]),
      run(1, [result('1-0', { status: 'RUNNING' }), result('1-1')]),
    ])
    expect(state.rows[0]).toBe(loaded.rows[0])
    expect(state.rows[1]).not.toBe(loaded.rows[1])
  })

  it('takes the run that came in the place of one that was torn out', () => {
    const other = run(0, [result('9-0'), result('9-1')], 'run-9')
    expect(withRuns(loaded, [other]).rows[0]).toMatchObject({ runId: 'run-9', answers: [{ id: '9-0' }, { id: '9-1' }] })
  })

  it('tells where texts are missing, and takes them later', () => {
    const done = result('0-0', { status: 'COMPLETED' })
    const bare = withRuns(empty, [run(0, [done, result('0-1')])])
    expect(lacksText(bare.rows[0] ?? null)).toBe(true)
    const told = withRuns(bare, [run(0, [{ ...done, text: 'Hi' }, result('0-1')])])
    expect(lacksText(told.rows[0] ?? null)).toBe(false)
    expect(withRuns(told, [run(0, [done, result('0-1')])]).rows[0]).toBe(told.rows[0])
  })

  it('counts at least what the server told while rows are missing', () => {
    const told = { ...head.progress, pending: 1, running: 1, completed: 2 }
    const state = withRuns(withHead(empty, { ...head, progress: told }), [
      run(0, [result('0-0', { status: 'COMPLETED' }), result('0-1', { status: 'FAILED' })]),
    ])
    expect(progressOf(state)).toMatchObject({ completed: 2, failed: 1, running: 1, pending: 0 })
  })

  it('shows how an answer begins without its marks', () => {
    const marked = { ...result('0-0', { status: 'COMPLETED' }), text: '## The **sky**\n- is `blue`' }
    const state = withRuns(empty, [run(0, [marked, result('0-1')])])
    expect(state.rows[0]?.answers[0]?.start).toBe('The sky is blue')
  })

  it('does not go on once it has ended', () => {
    const end: BatchEvent = {
      __typename: 'BatchFinished',
      batchId: 'batch',
      sequence: 1,
      batch: { ...head, status: 'CANCELLED' },
    }
    const state = withEvents(loaded, [end])
    expect(state.head.status).toBe('CANCELLED')
    expect(withHead(state, head)).toBe(state)
  })
})

describe('a lane', () => {
  const timings = (latencyMs: number) => ({
    __typename: 'Timings' as const,
    timeToFirstTokenMs: 1,
    latencyMs,
    tokensPerSecond: 50,
    arrivedTokens: 9,
  })

  it('comes to its median and its sum', () => {
    const usage = { __typename: 'Usage' as const, completionTokens: 5, cost: '0.25' }
    const state = withEvents(loaded, [
      ended(1, '0-0', { timings: timings(100), usage }),
      ended(2, '1-0', { timings: timings(300), usage }),
      ended(3, '0-1', { status: 'FAILED', timings: timings(900) }),
    ])
    expect(summarise(state)).toEqual([
      { completed: 2, failed: 0, passed: null, medianMs: 200, tokensPerSecond: 50, cost: 0.5 },
      { completed: 0, failed: 1, passed: null, medianMs: null, tokensPerSecond: null, cost: null },
    ])
  })

  it('tells how many pass where there is a check', () => {
    const state = withEvents({ ...loaded, shape: { ...loaded.shape, hasCheck: true } }, [
      ended(1, '0-0', { hasPassed: true }),
      ended(2, '1-0', { hasPassed: false }),
    ])
    expect(summarise(state).map(({ passed }) => passed)).toEqual([1, 0])
  })
})

describe('the time', () => {
  const now = Date.parse('2026-11-21T05:40:10Z')

  it('is counted to the end, and never negative', () => {
    expect(elapsedMs(head, now)).toBe(10_000)
    expect(elapsedMs({ ...head, finishedAt: '2026-11-21T05:40:04Z' }, now)).toBe(4_000)
    expect(elapsedMs(head, 0)).toBe(0)
  })

  it('that is left follows the pace, once there is one', () => {
    const progress = { ...head.progress, total: 40, pending: 20, running: 10, completed: 10 }
    expect(leftMs(progress, 10_000)).toBe(30_000)
    expect(leftMs(progress, 1_000)).toBeNull()
    expect(leftMs({ ...progress, pending: 39, running: 0 }, 10_000)).toBeNull()
    expect(leftMs({ ...progress, pending: 0, running: 0 }, 10_000)).toBeNull()
  })
})

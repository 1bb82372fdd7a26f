import { measurePiece, measureRecord } from '@/features/run/live/measure-live'
import {
  isFinal,
  NOTHING_MEASURED,
  type ResultRecord,
  type ResultState,
  type RunEvent,
  type RunRecord,
  type RunState,
} from '@/features/run/live/run-state'

/** The state that a whole run gives, without any event. */
export function stateOf(run: RunRecord, sequence = -1, known?: RunState | null): RunState {
  const results: Record<string, ResultState> = {}
  for (const record of run.results) {
    const before = known?.results[record.id] ?? null
    results[record.id] = measureRecord(before ? newer(record, before.record) : record, before)
  }
  return { run, sequence, order: run.results.map((result) => result.id), results, torn: false }
}

/**
 * Of two records of a result the one that knows more: the server shares a snapshot among those who come, so it may be behind
 * what is shown already. An end is the last word, and a text that goes on from the other's start is the later one.
 */
function newer(record: ResultRecord, known: ResultRecord): ResultRecord {
  if (isFinal(record.status)) return record
  if (isFinal(known.status)) return known
  const { text, reasoning } = known
  return text.startsWith(record.text) && reasoning.startsWith(record.reasoning)
    ? { ...record, text, reasoning }
    : record
}

/**
 * What an event makes of a run. A snapshot replaces everything; of the others each sequence counts once, whatever is
 * delivered twice. Before the first snapshot there is nothing to change.
 */
export function runReducer(state: RunState | null, event: RunEvent): RunState | null {
  if (event.__typename === 'RunSnapshot') return stateOf(event.run, event.sequence, state)
  if (state === null || event.sequence <= state.sequence) return state
  const next = { ...state, sequence: event.sequence }
  switch (event.__typename) {
    case 'TextAppended':
      return append(next, event)
    case 'ResultChanged':
      return replace(next, event.result, event.atMs, null)
    case 'ResultFinished':
      return replace(next, event.result, event.atMs, event.atMs)
    case 'RunFinished':
      return stateOf(event.run, event.sequence, state)
  }
}

type TextAppended = Extract<RunEvent, { __typename: 'TextAppended' }>

function append(state: RunState, event: TextAppended): RunState {
  const result = state.results[event.resultId]
  if (!result) return { ...state, torn: true }
  const part = event.kind === 'ANSWER' ? 'text' : 'reasoning'
  const placed = place(result.record[part], event.text, event.offset)
  if (placed === null) return { ...state, torn: true }
  if (placed === result.record[part]) return state
  const record = { ...result.record, [part]: placed }
  return withResult(state, { record, live: measurePiece(result.live, event) })
}

/**
 * A piece put at its offset, counted in UTF-16 units. What is there already is not doubled; null where text between would
 * be missing. A piece may end inside a surrogate pair: the next one brings the other half.
 */
export function place(text: string, piece: string, offset: number): string | null {
  if (offset > text.length) return null
  if (offset === text.length) return text + piece
  return offset + piece.length <= text.length ? text : text.slice(0, offset) + piece
}

function replace(state: RunState, record: ResultRecord, atMs: number, endedAt: number | null): RunState {
  const known = state.results[record.id] ?? { record, live: NOTHING_MEASURED }
  const { live } = measureRecord(record, known)
  const startedAt = live.startedAt ?? (record.status === 'PENDING' ? null : atMs)
  return withResult(state, { record, live: { ...live, startedAt, endedAt: endedAt ?? live.endedAt } })
}

function withResult(state: RunState, result: ResultState): RunState {
  return { ...state, results: { ...state.results, [result.record.id]: result } }
}

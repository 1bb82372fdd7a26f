import type { ResultState, RunState } from '@/features/run/live/run-state'

/** From so many lanes in sight on, every second one grows in a turn, the others in the next. */
const MANY_LANES = 3
/** The numbers of a lane follow its text with every so many-th turn, about five times a second: as fast as they can be read. */
const TURNS_A_NUMBER = 6
/** What a lane out of sight shows grows with every so many-th turn, about twice a second. */
const TURNS_UNSEEN = 16
const NONE: ReadonlySet<number> = new Set()

/**
 * What the lanes show after one more turn, of about thirty a second. Text and numbers of those whose turn it is not stay as
 * they were `shown`; what is more than growth, a beginning or an end, waits for no turn. `unseen` are the positions of the
 * lanes out of sight.
 */
export function takeTurn(
  shown: RunState | null,
  state: RunState | null,
  turn: number,
  unseen: ReadonlySet<number> = NONE,
): RunState | null {
  if (shown === state || !state || shown?.run !== state.run) return state
  const turnsAText = state.run.lanes.length - unseen.size < MANY_LANES ? 1 : 2
  const results: Record<string, ResultState> = {}
  let grew = false
  for (const [id, next] of Object.entries(state.results)) {
    const { position } = next.record.lane
    const isTime = (every: number) => (position + turn) % (unseen.has(position) ? TURNS_UNSEEN : every) === 0
    const result = grown(shown.results[id], next, isTime(turnsAText), isTime(TURNS_A_NUMBER))
    grew ||= result !== shown.results[id]
    results[id] = result
  }
  return grew ? { ...state, results } : shown
}

/** An answer with its newest text or its newest numbers, or both; the same object where neither is newer. */
function grown(before: ResultState | undefined, next: ResultState, text: boolean, numbers: boolean): ResultState {
  if (!before || !onlyGrew(before, next)) return next
  const { record } = text ? next : before
  const { live } = numbers ? next : before
  return record === before.record && live === before.live ? before : { record, live }
}

function onlyGrew({ record: before }: ResultState, { record: next }: ResultState): boolean {
  const begun = before.text !== '' || (before.reasoning !== '' && next.text === '')
  return begun && before.status === 'RUNNING' && next.status === 'RUNNING'
}

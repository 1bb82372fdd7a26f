import type { ResultState, RunState } from '@/features/run/live/run-state'

/** So many lanes may grow within one frame; of more, each waits for its turn. */
const LANES_A_TURN = 4
/** A lane out of sight grows with every so many-th taking in: about twice a second. */
const UNSEEN_TURNS = 16
const NONE: ReadonlySet<number> = new Set()

/**
 * What the lanes show after one more taking in of events: of a wide race only those whose turn it is grow, the others
 * stay as they were `shown`, one turn behind, and `unseen` ones more. What is more than growth, a beginning or an end, waits for no turn.
 */
export function takeTurn(
  shown: RunState | null,
  state: RunState | null,
  turn: number,
  unseen: ReadonlySet<number> = NONE,
): RunState | null {
  if (shown === state || !shown || !state || shown.run !== state.run) return state
  const turns = Math.ceil(state.run.lanes.length / LANES_A_TURN)
  const results: Record<string, ResultState> = {}
  let grew = false
  for (const [id, next] of Object.entries(state.results)) {
    const before = shown.results[id]
    const { position } = next.record.lane
    const every = unseen.has(position) ? UNSEEN_TURNS : turns
    const waits = before && onlyGrew(before, next) && (position - turn) % every !== 0
    results[id] = waits ? before : next
    grew ||= results[id] !== before
  }
  return grew ? { ...state, results } : shown
}

function onlyGrew({ record: before }: ResultState, { record: next }: ResultState): boolean {
  const begun = before.text !== '' || (before.reasoning !== '' && next.text === '')
  return begun && before.status === 'RUNNING' && next.status === 'RUNNING'
}

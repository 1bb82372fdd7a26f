/** What is known of one lane's answer, as far as it decides who is ahead. */
export interface Runner {
  slot: number
  /** From the request to the end of a whole answer; null while it runs, and where it failed or was stopped. */
  finishedMs: number | null
  /** Tokens a second while it is written; null else. */
  speed: number | null
}

export interface Leader {
  slot: number
  by: 'finish' | 'speed'
}

/** Less than this and the one who leads goes on leading: two lanes of about one speed would take turns with every token. */
const CLEARLY_FASTER = 1.05

/**
 * Who is ahead: who gave a whole answer in the shortest time; until somebody has, who writes the most tokens a second.
 * Nobody where there is only one lane to look at.
 */
export function leaderOf(runners: readonly Runner[], before: Leader | null): Leader | null {
  if (runners.length < 2) return null
  const first = least(runners, ({ finishedMs }) => finishedMs)
  if (first) return { slot: first.slot, by: 'finish' }
  const fastest = least(runners, ({ speed }) => (speed === null ? null : -speed))
  if (!fastest) return null
  const leading = runners.find(({ slot, speed }) => slot === before?.slot && speed !== null)
  const stays = leading && (fastest.speed ?? 0) < (leading.speed ?? 0) * CLEARLY_FASTER
  return { slot: stays ? leading.slot : fastest.slot, by: 'speed' }
}

/** The first of those with the smallest number; null where none has one. */
function least(runners: readonly Runner[], number: (runner: Runner) => number | null): Runner | null {
  return runners.reduce<Runner | null>((best, runner) => {
    const own = number(runner)
    const other = best && number(best)
    return own !== null && (other === null || own < other) ? runner : best
  }, null)
}

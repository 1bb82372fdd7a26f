/** A lane of the picture: when its first token comes, how far apart the others are, and when it ends, in seconds. */
interface PictureLane {
  first: number
  gap: number
  /** How uneven the gaps are: 0 for a metronome. */
  unrest: number
  end: number
}

/** As far as the picture goes. */
export const SECONDS = 14

export const LANES: readonly PictureLane[] = [
  { first: 0.14, gap: 0.0425, unrest: 0.25, end: 4.28 },
  { first: 0.18, gap: 0.0515, unrest: 0.6, end: SECONDS },
  { first: 0.49, gap: 0.086, unrest: 0.9, end: SECONDS },
  { first: 0.235, gap: 0.103, unrest: 0.4, end: SECONDS },
]

/** When each token of a lane comes: the same every time, and no two lanes alike. */
export function ticksOf({ first, gap, unrest, end }: PictureLane, seed: number): number[] {
  const random = createRandom(seed)
  const ticks: number[] = []
  for (let at = first; at < end; at += gap * (1 + unrest * (random() - 0.5))) ticks.push(at)
  return ticks
}

/** Numbers from 0 to 1 that a seed fixes (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

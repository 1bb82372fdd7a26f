import type { ComparedLane } from '@/features/run/comparison/compared-lanes'

/** A lane of one run beside the lane of the other that asks the same model; null where one has none. */
export interface LanePair {
  a: ComparedLane | null
  b: ComparedLane | null
}

/** Lanes of one model are paired in their order; what is left over stands alone, first those of `a`. */
export function pairLanes(a: readonly ComparedLane[], b: readonly ComparedLane[]): LanePair[] {
  const left = [...b]
  const pairs = a.map((lane): LanePair => {
    const place = left.findIndex((other) => modelOf(other) === modelOf(lane))
    return { a: lane, b: place < 0 ? null : (left.splice(place, 1)[0] ?? null) }
  })
  return [...pairs, ...left.map((lane): LanePair => ({ a: null, b: lane }))]
}

function modelOf({ record: { modelSnapshot } }: ComparedLane): string {
  return `${modelSnapshot.endpointUrl} ${modelSnapshot.modelName}`
}

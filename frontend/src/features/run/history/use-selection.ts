import { useState } from 'react'

/** The runs of the page that are chosen, in the order in which they were. What leaves the page is chosen no longer. */
export function useSelection<T extends { id: string }>(runs: readonly T[]) {
  const [ids, setIds] = useState<readonly string[]>([])
  const chosen = ids.flatMap((id) => runs.find((run) => run.id === id) ?? [])
  return {
    chosen,
    has: (id: string) => ids.includes(id),
    toggle: (id: string) => setIds(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]),
    clear: () => setIds([]),
  }
}

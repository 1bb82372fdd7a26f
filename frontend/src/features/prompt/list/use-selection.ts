import type { ListedPrompt } from '@/features/prompt/list/use-prompt-list'
import { useCallback, useMemo, useState } from 'react'

/** The most that one export takes. */
export const MAX_SELECTED = 100

/** The prompts of the list that are chosen. What leaves the list is chosen no longer. */
export function useSelection(prompts: readonly ListedPrompt[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const chosen = useMemo(() => prompts.filter(({ id }) => ids.has(id)).slice(0, MAX_SELECTED), [prompts, ids])
  const toggle = useCallback(
    (id: string) =>
      setIds((before) => {
        const next = new Set(before)
        if (!next.delete(id)) next.add(id)
        return next
      }),
    [],
  )
  return {
    chosen,
    has: (id: string) => ids.has(id),
    toggle,
    clear: () => setIds(new Set()),
    all: () => setIds(new Set(prompts.map(({ id }) => id))),
  }
}

export type Selection = ReturnType<typeof useSelection>

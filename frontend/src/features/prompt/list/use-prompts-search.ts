import { formatSearch, parseSearch, type PromptSearch } from '@/features/prompt/list/search'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'

/** While one types, the list waits so long for the next letter. */
const PAUSE_MS = 200

/** What the address asks for, the text as it is typed, and ways to another address. */
export function usePromptsSearch() {
  const [params, setParams] = useSearchParams()
  const search = useMemo(() => parseSearch(params), [params])
  const [typed, setTyped] = useState(search.text)
  const change = (next: Partial<PromptSearch>) => setParams(formatSearch({ ...search, ...next }), { replace: true })

  const settle = useEffectEvent(() => change({ text: typed.trim() }))
  useEffect(() => {
    if (typed.trim() === search.text) return
    const timer = setTimeout(settle, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, search.text])

  return {
    search,
    change,
    typed,
    setTyped,
    clear: () => {
      setTyped('')
      change({ text: '', tags: [], starred: false })
    },
  }
}

export type PromptsSearch = ReturnType<typeof usePromptsSearch>

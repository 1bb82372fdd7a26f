import { formatPeopleSearch, parsePeopleSearch, type PersonState } from '@/features/identity/people/people-search'
import { useEffect, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'

/** While one types, the list waits so long for the next letter. */
const PAUSE_MS = 200

/** What is looked for: as it is typed, and as the address and the list know it a moment later. */
export function usePeopleSearch() {
  const [params, setParams] = useSearchParams()
  const settled = useMemo(() => parsePeopleSearch(params), [params])
  const [typed, setTyped] = useState(settled.text)

  useEffect(() => {
    const text = typed.trim()
    if (text === settled.text) return
    const change = () => setParams(formatPeopleSearch({ ...settled, text }), { replace: true })
    const timer = setTimeout(change, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, settled, setParams])

  const setState = (state: PersonState | null) =>
    setParams(formatPeopleSearch({ text: typed.trim(), state }), { replace: true })
  const clear = () => {
    setTyped('')
    setParams({}, { replace: true })
  }
  return { typed, setTyped, settled, setState, clear }
}

import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'

const NAME = 'q'

/** While one types, the list waits so long for the next letter. */
const PAUSE_MS = 200

/** What is searched for: as it is typed, and as the address and the list know it a moment later. */
export function useSearchText() {
  const [params, setParams] = useSearchParams()
  const settled = params.get(NAME) ?? ''
  const [typed, setTyped] = useState(settled)

  useEffect(() => {
    const text = typed.trim()
    if (text === settled) return
    const timer = setTimeout(() => setParams(text === '' ? {} : { [NAME]: text }, { replace: true }), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, settled, setParams])

  return { typed, setTyped, settled }
}

import { useEffect, useEffectEvent, useState } from 'react'

/** While one types, the list waits so long for the next letter; a syllable of Korean that is being composed counts as typed. */
const PAUSE_MS = 200

/** A search as it is typed, settled into the address after a pause. An address that changes by itself is shown. */
export function useTypedText(text: string, settle: (text: string) => void) {
  const [typed, setTyped] = useState(text)
  const [known, setKnown] = useState({ text, sent: text })
  if (text !== known.text) {
    setKnown({ ...known, text })
    if (text !== known.sent) setTyped(text)
  }
  const send = useEffectEvent(() => {
    const next = typed.trim()
    setKnown({ ...known, sent: next })
    settle(next)
  })
  useEffect(() => {
    if (typed.trim() === text) return
    const timer = setTimeout(send, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, text])
  return [typed, setTyped] as const
}

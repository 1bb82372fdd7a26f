import { useEffect, useState } from 'react'

/** The present moment in milliseconds, renewed so often while enabled. */
export function useNow(everyMs: number, enabled: boolean): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (!enabled) return
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs, enabled])
  return now
}

import { useCallback, useLayoutEffect, useRef } from 'react'

/** The same function for ever, which does what the latest one does: for children that render only when they must. */
export function useStable<A extends unknown[], R>(action: (...args: A) => R): (...args: A) => R {
  const latest = useRef(action)
  useLayoutEffect(() => {
    latest.current = action
  })
  return useCallback((...args: A) => latest.current(...args), [])
}

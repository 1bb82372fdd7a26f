import { useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * Passes the focus on when the element that has it goes: otherwise whoever uses the keyboard starts again at the top of
 * the page. `heirOf` has to be the same function at each rendering.
 */
export function useFocusHeir<T extends HTMLElement>(heirOf: (going: T) => HTMLElement | null): RefObject<T | null> {
  const element = useRef<T>(null)
  useLayoutEffect(() => {
    const going = element.current
    return () => {
      if (going?.contains(document.activeElement)) heirOf(going)?.focus()
    }
  }, [heirOf])
  return element
}

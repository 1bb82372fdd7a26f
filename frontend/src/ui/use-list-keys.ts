import { useEffect, useEffectEvent } from 'react'

const STEPS = new Map([
  ['j', 1],
  ['ArrowDown', 1],
  ['k', -1],
  ['ArrowUp', -1],
])

interface ListKeys {
  /** One row on or back; held keys go on. */
  onStep: (step: 1 | -1) => void
  /** Enter, where nothing that is focused has a use for it. */
  onOpen: () => void
}

/** J and K or the arrows through a list, and Enter; not while typing, nor in a dialog, a menu or a popover. */
export function useListKeys({ onStep, onOpen }: ListKeys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (isTaken(event.target)) return
    const step = STEPS.get(event.key.length === 1 ? event.key.toLowerCase() : event.key)
    if (step === 1 || step === -1) {
      event.preventDefault()
      onStep(step)
    } else if (event.key === 'Enter' && !isPressable(event.target)) {
      onOpen()
    }
  })
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

function isTaken(target: EventTarget | null): boolean {
  if (target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)))
    return true
  return document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]') !== null
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button, [role="button"]') !== null
}

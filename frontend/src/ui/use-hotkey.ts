import { useEffect, useEffectEvent } from 'react'

interface HotkeyOptions {
  /** Ctrl, or ⌘ on a Mac. Such keys work while typing too. */
  mod?: boolean
  /** Whether it works while typing. */
  whileTyping?: boolean
  enabled?: boolean
}

/** Does something when a key is pressed, unless a field, a dialog or a menu has a use for it. */
export function useHotkey(key: string, action: (event: KeyboardEvent) => void, options: HotkeyOptions = {}): void {
  const { mod = false, whileTyping = mod, enabled = true } = options
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || event.isComposing) return
    if (event.key.toLowerCase() !== key.toLowerCase() || mod !== (event.ctrlKey || event.metaKey) || event.altKey)
      return
    if (!whileTyping && isTyping(event.target)) return
    if (document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]')) return
    event.preventDefault()
    action(event)
  })
  useEffect(() => {
    if (!enabled) return
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [enabled])
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}

import { useRef } from 'react'

/**
 * Where the focus goes when a dialog opens: to the field marked `data-autofocus`, else to the dialog. Afterwards it goes
 * back to where it came from, or to the page's content where that is gone.
 */
export function useDialogFocus() {
  const opener = useRef<HTMLElement | null>(null)
  const onOpenAutoFocus = (event: Event) => {
    event.preventDefault()
    opener.current = focusedOpener()
    const dialog = event.target
    if (!(dialog instanceof HTMLElement)) return
    const field = dialog.querySelector<HTMLElement>('[data-autofocus="true"]')
    const place = field ?? dialog
    place.focus()
  }
  const onCloseAutoFocus = (event: Event) => {
    event.preventDefault()
    const place = opener.current?.isConnected ? opener.current : document.getElementById('main')
    place?.focus()
  }
  return { onOpenAutoFocus, onCloseAutoFocus }
}

/** What had the focus before; of a menu, which is gone afterwards, the button that opened it. */
function focusedOpener(): HTMLElement | null {
  const focused = document.activeElement
  const menu = focused?.closest('[role="menu"]')
  const button = menu && document.getElementById(menu.getAttribute('aria-labelledby') ?? '')
  return button ?? (focused instanceof HTMLElement ? focused : null)
}

/** The first button of the row after this one, or of the one before; else the page's content. */
export function neighbourRow(going: HTMLElement): HTMLElement | null {
  for (const row of [going.nextElementSibling, going.previousElementSibling]) {
    const button = row?.querySelector<HTMLElement>('button')
    if (button) return button
  }
  return document.getElementById('main')
}

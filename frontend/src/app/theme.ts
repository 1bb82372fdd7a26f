import { createSignal } from '@/lib/signal'
import { recall, remember } from '@/lib/storage'

export type Theme = 'system' | 'light' | 'dark'

const THEMES: readonly Theme[] = ['system', 'light', 'dark']

/** The theme that was chosen; `system` follows the machine, also when that changes. */
export const theme = createSignal<Theme>('system')

export function startTheme(): void {
  const known = THEMES.find((name) => name === recall('theme')) ?? 'system'
  theme.set(known)
  apply(known)
}

export function chooseTheme(next: Theme): void {
  theme.set(next)
  remember('theme', next === 'system' ? undefined : next)
  apply(next)
}

function apply(next: Theme): void {
  if (next === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = next
}

import { recall } from '@/lib/storage'
import { useSyncExternalStore } from 'react'

const darkSystem = window.matchMedia('(prefers-color-scheme: dark)')

/** The theme that was chosen on the main page, or else the system's. Follows both. */
export function useTheme(): 'light' | 'dark' {
  return useSyncExternalStore(subscribe, read)
}

function read(): 'light' | 'dark' {
  const chosen = recall('theme')
  if (chosen === 'light' || chosen === 'dark') return chosen
  return darkSystem.matches ? 'dark' : 'light'
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('storage', listener)
  darkSystem.addEventListener('change', listener)
  return () => {
    window.removeEventListener('storage', listener)
    darkSystem.removeEventListener('change', listener)
  }
}

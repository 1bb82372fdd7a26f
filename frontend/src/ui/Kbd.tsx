import { cn } from '@/lib/cn'
import type { ReactNode } from 'react'

/** A key. `framed` where it stands in a line of text, bare inside a button. A phone has no keys and shows none. */
export function Kbd({ children, framed }: { children: ReactNode; framed?: boolean }) {
  return (
    <kbd
      aria-hidden
      className={cn(
        'min-w-4 text-center font-sans text-label font-medium phone:hidden',
        framed ? 'rounded-[3px] border border-line-strong bg-surface px-1 leading-3.5 text-ink-3' : 'opacity-95',
      )}
    >
      {children}
    </kbd>
  )
}

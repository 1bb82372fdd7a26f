import { cn } from '@/lib/cn'
import type { ReactNode } from 'react'

/** The room of a page that scrolls, inside the gutters. */
export function PageBody({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div
      className={cn(
        'min-h-[calc(100dvh-var(--topbar)-var(--bottombar))] px-(--gutter) pt-6 pb-8 phone:pt-3 phone:pb-4',
        className,
      )}
    >
      {children}
    </div>
  )
}

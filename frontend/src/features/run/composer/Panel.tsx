import { cn } from '@/lib/cn'
import type { ReactNode } from 'react'

interface PanelProps {
  title: string
  /** Right of the title, in the same line. */
  head?: ReactNode
  className?: string
  children: ReactNode
}

/** One of the composer's three parts. */
export function Panel({ title, head, className, children }: PanelProps) {
  return (
    <div className={cn('flex min-w-0 flex-col px-4 pt-2 pb-3', className)}>
      <div className="mb-1 flex h-7 items-center gap-2 phone:h-9">
        <h2 className="text-small font-semibold whitespace-nowrap">{title}</h2>
        {head}
      </div>
      {children}
    </div>
  )
}

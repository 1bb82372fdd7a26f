import { cn } from '@/lib/cn'
import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'

/** One of a few, by the browser's own list. */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={cn('relative block min-w-0', className)}>
      <select
        className="h-7 w-full min-w-0 appearance-none truncate rounded-m border border-line-control bg-surface pr-7 pl-2 text-ink aria-invalid:border-bad phone:h-9 phone:text-[16px]"
        {...rest}
      />
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2 size-3.5 -translate-y-1/2 text-ink-3"
      />
    </span>
  )
}

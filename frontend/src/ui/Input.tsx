import { cn } from '@/lib/cn'
import type { ComponentProps } from 'react'

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return (
    <input
      className={cn(
        'h-7 w-full min-w-0 rounded-m border border-line-control bg-surface px-2 text-ink aria-invalid:border-bad phone:h-9 phone:text-[16px]',
        className,
      )}
      {...rest}
    />
  )
}

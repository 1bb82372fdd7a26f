import { cn } from '@/lib/cn'
import type { ComponentProps } from 'react'

export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      className={cn(
        'w-full min-w-0 resize-none rounded-m border border-line-control bg-surface px-2 py-1 prose-wrap text-ink aria-invalid:border-bad phone:text-[16px]',
        className,
      )}
      {...rest}
    />
  )
}

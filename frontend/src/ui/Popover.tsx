import { cn } from '@/lib/cn'
import { Popover as Radix } from 'radix-ui'
import type { ComponentProps } from 'react'

export const Popover = Radix.Root
export const PopoverTrigger = Radix.Trigger

export function PopoverContent({ className, ...rest }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        align="start"
        sideOffset={4}
        collisionPadding={8}
        className={cn('z-50 rounded-m border border-line-strong bg-raised shadow-overlay outline-none', className)}
        {...rest}
      />
    </Radix.Portal>
  )
}

import { Tooltip as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

interface TooltipProps {
  text: ReactNode
  hint?: ReactNode
  children: ReactNode
  side?: 'top' | 'bottom'
}

/** Words that appear over or under what is pointed at or focused. */
export function Tooltip({ text, hint, children, side = 'bottom' }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex max-w-72 items-center gap-2 rounded-s border border-line-strong bg-raised px-2 py-1 text-small text-ink shadow-overlay"
        >
          {text}
          {hint}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

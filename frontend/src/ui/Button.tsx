import { cn } from '@/lib/cn'
import { cva, type VariantProps } from 'class-variance-authority'
import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'

const button = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-m border font-medium whitespace-nowrap disabled:cursor-default disabled:border-transparent disabled:bg-hover disabled:text-ink-3 aria-disabled:cursor-default aria-disabled:border-transparent aria-disabled:bg-hover aria-disabled:text-ink-3 aria-disabled:hover:bg-hover',
  {
    variants: {
      look: {
        plain: 'border-line-strong bg-surface text-ink enabled:hover:bg-hover [a&]:hover:bg-hover',
        primary:
          'border-transparent bg-accent-fill text-on-accent enabled:hover:bg-accent-fill-hover [a&]:hover:bg-accent-fill-hover',
        danger: 'border-[color-mix(in_srgb,var(--bad)_45%,var(--line))] bg-surface text-bad enabled:hover:bg-bad-soft',
        quiet:
          'border-transparent bg-transparent text-ink-2 enabled:hover:bg-hover enabled:hover:text-ink disabled:bg-transparent [a&]:hover:bg-hover [a&]:hover:text-ink',
        'quiet-danger': 'border-transparent bg-transparent text-bad enabled:hover:bg-bad-soft',
      },
      size: {
        normal: 'h-7 px-2.5 phone:h-9',
        small: 'h-6 px-2 text-small phone:h-8',
        icon: 'size-7 phone:size-9',
        'small-icon': 'size-6 phone:size-8',
      },
    },
    defaultVariants: { look: 'plain', size: 'normal' },
  },
)

interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof button> {
  /** Lends its looks to its one child, such as a link. */
  asChild?: boolean
}

export function Button({ look, size, asChild, className, type = 'button', ...rest }: ButtonProps) {
  const looks = cn(button({ look, size }), className)
  return asChild ? <Slot.Root className={looks} {...rest} /> : <button type={type} className={looks} {...rest} />
}

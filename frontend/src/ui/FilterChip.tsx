import { cn } from '@/lib/cn'
import { Tooltip } from '@/ui/Tooltip'
import { ChevronDown, X } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'

interface FilterChipProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon?: ReactNode
  /** What is filtered by; with what is chosen, when something is. */
  children: ReactNode
  /** Takes the filter off; only where it is set. */
  onClear?: (() => void) | undefined
  clearLabel: string
}

/** A filter as a button: tinted and removable once it is set. Its own props go to the button that opens the choice. */
export function FilterChip({ icon, children, onClear, clearLabel, className, ...trigger }: FilterChipProps) {
  const set = onClear !== undefined
  return (
    <span
      className={cn(
        'inline-flex h-7 max-w-full min-w-0 items-stretch rounded-m border whitespace-nowrap phone:h-9',
        set ? 'border-[color-mix(in_srgb,var(--accent)_50%,var(--line))] bg-accent-soft' : 'border-line-strong',
      )}
    >
      <button
        type="button"
        className={cn(
          'flex min-w-0 items-center gap-1.5 rounded-m pl-2 tabular-nums',
          set ? 'pr-1' : 'pr-2 hover:bg-hover',
          className,
        )}
        {...trigger}
      >
        {icon}
        <span className="truncate">{children}</span>
        {!set && <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />}
      </button>
      {set && (
        <Tooltip text={clearLabel}>
          <button
            type="button"
            aria-label={clearLabel}
            onClick={onClear}
            className="grid w-6 shrink-0 place-items-center rounded-m text-ink-2 hover:text-ink phone:w-8"
          >
            <X aria-hidden className="size-3.5" />
          </button>
        </Tooltip>
      )}
    </span>
  )
}

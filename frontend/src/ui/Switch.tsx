import { cn } from '@/lib/cn'

interface SwitchProps {
  label: string
  checked: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
  className?: string
}

/** Turns one thing on and off, at once. */
export function Switch({ label, checked, disabled = false, onChange, className }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      aria-label={label}
      disabled={disabled}
      onClick={() => onChange(!checked)}
      className={cn('inline-grid h-6 w-8 place-items-center rounded-s disabled:opacity-50 phone:h-9', className)}
    >
      <span
        aria-hidden
        className={cn(
          'flex h-4 w-7 items-center rounded-full border p-0.5',
          checked ? 'justify-end border-transparent bg-accent-fill' : 'border-line-control bg-surface',
        )}
      >
        <span className={cn('size-2.5 rounded-full', checked ? 'bg-on-accent' : 'bg-line-control')} />
      </span>
    </button>
  )
}

import { cn } from '@/lib/cn'

interface SegmentsProps<T extends string> {
  label: string
  value: T
  options: readonly (readonly [value: T, name: string])[]
  onChange: (value: T) => void
}

/** One of two or three ways to look at something. */
export function Segments<T extends string>({ label, value, options, onChange }: SegmentsProps<T>) {
  return (
    <div
      role="group"
      aria-label={label}
      className="inline-flex h-7 shrink-0 rounded-m border border-line-strong phone:h-9"
    >
      {options.map(([option, name]) => (
        <button
          key={option}
          type="button"
          aria-pressed={option === value}
          onClick={() => onChange(option)}
          className={cn(
            'px-2.5 font-medium whitespace-nowrap text-ink-2 not-first:border-l not-first:border-line-strong first:rounded-l-[5px] last:rounded-r-[5px] hover:text-ink',
            option === value && 'bg-hover text-ink',
          )}
        >
          {name}
        </button>
      ))}
    </div>
  )
}

import {
  isNumberName,
  LIMITS,
  parseNumber,
  parseSeed,
  type ParameterName,
} from '@/features/run/composer/parameter-text'
import { cn } from '@/lib/cn'
import type { Format } from '@/lib/format'
import { useFormat } from '@/ui/use-format'
import { useState } from 'react'
import { flushSync } from 'react-dom'

export interface ParameterControlProps {
  name: ParameterName
  label: string
  text: string
  /** What stands there while nothing is set. */
  placeholder: string
  error: string | undefined
  /** Whether there is room for a short word alone. */
  brief?: boolean
  onChange: (text: string) => void
  className?: string
}

/** How a cell of the grid looks, whatever is in it. */
export const CONTROL =
  'h-6 w-full min-w-0 rounded-s border border-transparent bg-transparent tabular-nums hover:border-line-strong focus-visible:outline-offset-0 aria-invalid:border-bad aria-invalid:bg-bad-soft phone:h-8 phone:text-[16px]'

/** A parameter's value: as it was typed while it has the focus, else as numbers look everywhere. */
export function ParameterInput(props: ParameterControlProps) {
  const { name, label, text, placeholder, error, onChange, className } = props
  const format = useFormat()
  const [focused, setFocused] = useState(false)
  return (
    <input
      aria-label={label}
      aria-invalid={error !== undefined}
      title={error}
      inputMode={name === 'stop' ? 'text' : 'decimal'}
      autoComplete="off"
      spellCheck={false}
      value={focused ? text : shown(name, text, format)}
      placeholder={placeholder}
      onFocus={(event) => {
        // At once, so that what is selected is the typed text and not the formatted one.
        flushSync(() => setFocused(true))
        event.currentTarget.select()
      }}
      onBlur={() => setFocused(false)}
      onChange={(event) => onChange(event.target.value)}
      className={cn(CONTROL, className)}
    />
  )
}

function shown(name: ParameterName, text: string, format: Format): string {
  if (name === 'seed') return parseSeed(text) ?? text
  if (!isNumberName(name)) return text
  const value = parseNumber(name, text)
  if (value === null || Number.isNaN(value)) return text
  const { digits } = LIMITS[name]
  // What is finer than the grid shows is shown as it was typed, not rounded.
  return Number(value.toFixed(digits)) === value ? format.decimal(value, digits) : text
}

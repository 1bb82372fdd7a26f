import { LIMITS, parseNumber, type ParameterName } from '@/features/run/composer/parameter-text'
import { cn } from '@/lib/cn'
import type { Format } from '@/lib/format'
import { useFormat } from '@/ui/use-format'
import { useState } from 'react'
import { flushSync } from 'react-dom'

interface ParameterInputProps {
  name: ParameterName
  label: string
  text: string
  placeholder: string
  error: string | undefined
  onChange: (text: string) => void
  className?: string
}

/** A parameter's value: as it was typed while it has the focus, else as numbers look everywhere. */
export function ParameterInput(props: ParameterInputProps) {
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
      className={cn(
        'h-6 w-full min-w-0 rounded-s border border-transparent bg-transparent tabular-nums hover:border-line-strong focus-visible:outline-offset-0 aria-invalid:border-bad aria-invalid:bg-bad-soft phone:h-8 phone:text-[16px]',
        className,
      )}
    />
  )
}

function shown(name: ParameterName, text: string, format: Format): string {
  if (name === 'stop') return text
  const value = parseNumber(name, text)
  if (value === null || Number.isNaN(value)) return text
  return name === 'seed' ? String(value) : format.decimal(value, LIMITS[name].digits)
}

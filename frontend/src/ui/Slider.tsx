import { cn } from '@/lib/cn'
import { Slider as Radix } from 'radix-ui'

interface SliderProps {
  label: string
  /** Null while nothing is set; the thumb then rests, dimmed, where `rest` says. */
  value: number | null
  rest: number
  min: number
  max: number
  step: number
  valueText: string
  onChange: (value: number) => void
}

export function Slider({ label, value, rest, min, max, step, valueText, onChange }: SliderProps) {
  const unset = value === null
  return (
    <Radix.Root
      value={[Math.min(max, Math.max(min, value ?? rest))]}
      min={min}
      max={max}
      step={step}
      onValueChange={([next]) => next !== undefined && onChange(next)}
      className="relative flex h-4 w-full touch-none items-center select-none"
    >
      <Radix.Track className="relative h-0.5 grow rounded-full bg-line-strong">
        <Radix.Range className={cn('absolute h-full rounded-full', unset ? 'bg-transparent' : 'bg-accent')} />
      </Radix.Track>
      <Radix.Thumb
        aria-label={label}
        aria-valuetext={valueText}
        className={cn('block size-3 rounded-full border-2 bg-surface', unset ? 'border-line-control' : 'border-accent')}
      />
    </Radix.Root>
  )
}

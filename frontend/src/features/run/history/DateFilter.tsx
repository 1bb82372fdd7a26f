import { nameDay, nameRange } from '@/features/run/history/day-groups'
import { addDays, dayOf, isDay, type Day } from '@/lib/day'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { FilterChip } from '@/ui/FilterChip'
import { Input } from '@/ui/Input'
import { Popover, PopoverContent, PopoverTrigger } from '@/ui/Popover'
import { Calendar } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface Range {
  from: Day | null
  to: Day | null
}

interface DateFilterProps extends Range {
  onChange: (range: Range) => void
}

/** How many days back from today, today included. */
const PRESETS = [1, 7, 30] as const

/** Runs of some days, both ends included. */
export function DateFilter({ from, to, onChange }: DateFilterProps) {
  const { t } = useTranslation('history')
  const [open, setOpen] = useState(false)
  const label = useRangeLabel({ from, to })
  const today = dayOf(new Date())
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <FilterChip
          icon={<Calendar aria-hidden className="size-3.5 shrink-0" />}
          clearLabel={t('filter.clearDates')}
          onClear={label === null ? undefined : () => onChange({ from: null, to: null })}
        >
          {label ?? t('filter.dates')}
        </FilterChip>
      </PopoverTrigger>
      <PopoverContent aria-label={t('filter.dates')} className="w-72 p-3">
        <div className="mb-3 flex gap-1.5">
          {PRESETS.map((days) => (
            <Button
              key={days}
              size="small"
              className="grow"
              onClick={() => {
                onChange({ from: addDays(today, 1 - days), to: today })
                setOpen(false)
              }}
            >
              {days === 1 ? t('day.today') : t('filter.lastDays', { count: days })}
            </Button>
          ))}
        </div>
        <div className="grid grid-cols-2 gap-2">
          <DayField
            label={t('filter.from')}
            value={from}
            max={to ?? today}
            onChange={(day) => onChange({ from: day, to })}
          />
          <DayField
            label={t('filter.to')}
            value={to}
            min={from}
            max={today}
            onChange={(day) => onChange({ from, to: day })}
          />
        </div>
      </PopoverContent>
    </Popover>
  )
}

interface DayFieldProps {
  label: string
  value: Day | null
  min?: Day | null
  max: Day
  onChange: (day: Day | null) => void
}

function DayField({ label, value, min, max, onChange }: DayFieldProps) {
  return (
    <Field label={label}>
      {(ties) => (
        <Input
          {...ties}
          type="date"
          value={value ?? ''}
          min={min ?? undefined}
          max={max}
          onChange={({ target }) => (target.value === '' || isDay(target.value)) && onChange(target.value || null)}
        />
      )}
    </Field>
  )
}

/** `12 – 18 Nov`, or only one end; null where neither is set. */
function useRangeLabel({ from, to }: Range): string | null {
  const { t, i18n } = useTranslation('history')
  const today = dayOf(new Date())
  if (from && to)
    return from === to ? nameDay(from, today, i18n.language).date : nameRange(from, to, today, i18n.language)
  if (from) return t('filter.since', { date: nameDay(from, today, i18n.language).date })
  if (to) return t('filter.until', { date: nameDay(to, today, i18n.language).date })
  return null
}

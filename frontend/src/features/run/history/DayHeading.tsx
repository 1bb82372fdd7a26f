import { nameDay } from '@/features/run/history/day-groups'
import { dayOf, type Day } from '@/lib/day'
import { useTranslation } from 'react-i18next'

interface DayHeadingProps {
  day: Day
  /** How many runs that day has; null where the page holds only a part of them. */
  count: number | null
}

/** The name of a day over its runs. */
export function DayHeading({ day, count }: DayHeadingProps) {
  const { t, i18n } = useTranslation('history')
  const { relative, weekday, date } = nameDay(day, dayOf(new Date()), i18n.language)
  return (
    <span className="text-small">
      <span className="font-semibold text-ink">{relative ? t(`day.${relative}`) : weekday}</span>
      <span className="ml-2 font-normal text-ink-3 tabular-nums">
        {count === null ? date : t('day.runs', { date, count })}
      </span>
    </span>
  )
}

import { addDays, dayOf, type Day } from '@/lib/day'

/** What follows one another on the same day. */
export interface DayGroup<T> {
  day: Day
  items: T[]
}

/** A list, newest first, cut where the day changes in a time zone; without one, in the browser's. */
export function groupByDay<T extends { createdAt: string }>(items: readonly T[], timeZone?: string): DayGroup<T>[] {
  const groups: DayGroup<T>[] = []
  for (const item of items) {
    const day = dayOf(item.createdAt, timeZone)
    const last = groups.at(-1)
    if (last?.day === day) last.items.push(item)
    else groups.push({ day, items: [item] })
  }
  return groups
}

/** A day as one speaks of it. */
export interface DayName {
  /** Null where the name of the weekday has to do. */
  relative: 'today' | 'yesterday' | null
  weekday: string
  /** Day and month; with the year where that is not this year's. */
  date: string
}

export function nameDay(day: Day, today: Day, language: string): DayName {
  const locale = language.startsWith('ko') ? 'ko-KR' : 'en-GB'
  const moment = new Date(day)
  const otherYear = day.slice(0, 4) !== today.slice(0, 4)
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(moment)
  return {
    relative: day === today ? 'today' : day === addDays(today, -1) ? 'yesterday' : null,
    weekday: format({ weekday: 'long' }),
    date: format({ day: 'numeric', month: 'short', ...(otherYear ? { year: 'numeric' as const } : {}) }),
  }
}

/** From one day to another, as short as the language allows: `12 – 18 Nov`. */
export function nameRange(from: Day, to: Day, today: Day, language: string): string {
  const locale = language.startsWith('ko') ? 'ko-KR' : 'en-GB'
  const otherYear = [from, to].some((day) => day.slice(0, 4) !== today.slice(0, 4))
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(otherYear ? { year: 'numeric' as const } : {}),
    timeZone: 'UTC',
  })
  return format.formatRange(new Date(from), new Date(to))
}

import { dayOf } from '@/lib/day'
import type { Format } from '@/lib/format'

/** Since when something holds, as short as can be: the time alone today, else the day with it. */
export function healthTime(since: string, now: Date, format: Pick<Format, 'time' | 'day'>): string {
  const time = format.time(since)
  return dayOf(since) === dayOf(now) ? time : `${format.day(since)}, ${time}`
}

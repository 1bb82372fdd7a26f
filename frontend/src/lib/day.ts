/** A day of the calendar, `2026-11-18`, wherever it is. Two of them compare as texts do. */
export type Day = string

const DAY_MS = 86_400_000

/** The day that a moment falls on in a time zone; without one, in the browser's. */
export function dayOf(moment: string | Date, timeZone?: string): Day {
  const { year, month, day } = wallClock(new Date(moment), timeZone)
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`
}

/** The day so many days later, or earlier where `days` is negative. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** How many days lie between two days; positive where `later` is the later one. */
export function daysBetween(earlier: Day, later: Day): number {
  return Math.round((Date.parse(later) - Date.parse(earlier)) / DAY_MS)
}

/** The first moment of a day in a time zone. Where the clocks skip midnight, that is when they skip it. */
export function startOfDay(day: Day, timeZone?: string): Date {
  const midnight = Date.parse(day)
  const guesses = [-DAY_MS / 2, DAY_MS / 2].map((shift) => midnight - offset(new Date(midnight + shift), timeZone))
  // Of the offsets before and after, the earlier moment that is already on that day.
  const moments = guesses.sort((a, b) => a - b).map((ms) => new Date(ms))
  return moments.find((moment) => dayOf(moment, timeZone) === day) ?? new Date(midnight)
}

/** Whether a text names a day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const ms = Date.parse(text)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}

/** How far a time zone's clocks are ahead of UTC, in milliseconds. */
function offset(moment: Date, timeZone?: string): number {
  const { year, month, day, hour, minute, second } = wallClock(moment, timeZone)
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment.getTime() / 1_000) * 1_000
}

const WALL_CLOCK: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
}

const clocks = new Map<string | undefined, Intl.DateTimeFormat>()

/** What the calendar and the clock on the wall show. */
function wallClock(moment: Date, timeZone?: string) {
  let clock = clocks.get(timeZone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', timeZone === undefined ? WALL_CLOCK : { ...WALL_CLOCK, timeZone })
    clocks.set(timeZone, clock)
  }
  const parts = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return { year, month, day, hour, minute, second }
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

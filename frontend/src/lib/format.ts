/** A number and its unit, apart, so that a unit can be set smaller. */
export interface Measure {
  value: string
  unit: string
}

/** What stands where there is no number. */
export const NONE = '–'

/** A value that may be missing. */
type Maybe = number | null | undefined

/** Less is not nothing, and is not shown as nothing. */
const LEAST_COST = 0.00001

const UNITS = {
  en: { second: 's', minute: 'min', speed: 'tok/s', gap: ' ' },
  ko: { second: '초', minute: '분', speed: '토큰/초', gap: '' },
}

/** Numbers as the page shows them: always with a unit, the same precision everywhere, `–` where there is none. */
export interface Format {
  /** `4.31 s` below ten seconds, then `18.4 s`, then `4 min 11 s`. */
  seconds(ms: Maybe): Measure
  duration(ms: Maybe): string
  /** The same of what goes on, to the second: tenths that stand still for a second would only pretend. */
  elapsed(ms: Maybe): string
  /** Whole milliseconds: `138 ms`. */
  millis(ms: Maybe): string
  /** Milliseconds to a tenth: `10.2 ms`. */
  gap(ms: Maybe): string
  /** Tokens a second, to a tenth. */
  speed(perSecond: Maybe): Measure
  /** A whole number with separators. */
  count(count: Maybe): string
  /** US dollars: five decimals below one dollar, else two. Takes the exact text of a Decimal too. */
  cost(dollars: Maybe | string): string
  /** Kilobytes of 1,024 bytes, to a tenth, without the unit. */
  kilobytes(bytes: number): string
  /** A parameter: a fixed number of decimals. */
  decimal(value: Maybe, digits: number): string
  time(iso: string): string
  day(iso: string): string
  /** A day with its year: `21 Nov 2026`. */
  date(iso: string): string
  /** To the minute: `21 Nov 2026, 06:40`. */
  minute(iso: string): string
  /** To the second. */
  moment(iso: string): string
  /** How long before `nowMs`: `12 sec ago`, `yesterday`. */
  ago(iso: string, nowMs: number): string
}

const HOUR = 3_600
const DAY = 86_400
const YEARS = ['year', 365 * DAY] as const

/** A unit, its seconds, and the seconds below which it is used. */
const STEPS = [
  ['second', 1, 60],
  ['minute', 60, HOUR],
  ['hour', HOUR, DAY],
  ['day', DAY, 30 * DAY],
  ['month', 30 * DAY, 365 * DAY],
] as const

const formats = new Map<string, Format>()

/** The formats of a language; anything but Korean counts as English. */
export function formatFor(language: string): Format {
  const key = language.startsWith('ko') ? 'ko' : 'en'
  let format = formats.get(key)
  if (!format) formats.set(key, (format = createFormat(key)))
  return format
}

function createFormat(language: 'en' | 'ko'): Format {
  const units = UNITS[language]
  const locale = language === 'ko' ? 'ko-KR' : 'en-GB'
  const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
  const fixed = [0, 1, 2, 3, 4, 5].map(
    (digits) => new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  )
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const minute = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' })

  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })

  const decimal = (value: Maybe, digits: number) => (missing(value) ? NONE : (fixed[digits] ?? whole).format(value))
  const seconds = (ms: Maybe): Measure => {
    if (missing(ms)) return { value: NONE, unit: '' }
    // Rounded before the choice of precision, so that 9.996 s is 10.0 s and 59.96 s is 1 min 00 s.
    if (Math.round(ms / 10) < 1_000) return { value: decimal(ms / 1_000, 2), unit: units.second }
    if (Math.round(ms / 100) < 600) return { value: decimal(ms / 1_000, 1), unit: units.second }
    const total = Math.round(ms / 1_000)
    const rest = String(total % 60).padStart(2, '0')
    return {
      value: `${whole.format(Math.floor(total / 60))}${units.gap}${units.minute} ${rest}`,
      unit: units.second,
    }
  }
  const join = ({ value, unit }: Measure) => (unit ? `${value}${units.gap}${unit}` : value)

  return {
    seconds,
    duration: (ms) => join(seconds(ms)),
    elapsed: (ms) => {
      if (missing(ms)) return NONE
      const past = Math.floor(ms / 1_000)
      return past < 60 ? join({ value: whole.format(past), unit: units.second }) : join(seconds(past * 1_000))
    },
    millis: (ms) => (missing(ms) ? NONE : `${whole.format(ms)} ms`),
    gap: (ms) => (missing(ms) ? NONE : `${decimal(ms, 1)} ms`),
    speed: (value) => (missing(value) ? { value: NONE, unit: '' } : { value: decimal(value, 1), unit: units.speed }),
    count: (value) => (missing(value) ? NONE : whole.format(value)),
    cost: (value) => {
      const dollars = typeof value === 'string' ? Number(value) : value
      if (missing(dollars)) return NONE
      if (dollars > 0 && dollars < LEAST_COST / 2) return `<$${decimal(LEAST_COST, 5)}`
      return `$${decimal(dollars, Math.abs(dollars) < 1 ? 5 : 2)}`
    },
    kilobytes: (bytes) => decimal(Math.ceil(bytes / 102.4) / 10, 1),
    decimal,
    time: (iso) => time.format(new Date(iso)),
    day: (iso) => day.format(new Date(iso)),
    date: (iso) => date.format(new Date(iso)),
    minute: (iso) => minute.format(new Date(iso)),
    moment: (iso) => moment.format(new Date(iso)),
    ago: (iso, nowMs) => {
      // A clock that is a little ahead does not see into the future.
      const seconds = Math.max(0, (nowMs - Date.parse(iso)) / 1_000)
      const [unit, size] = STEPS.find(([, , below]) => seconds < below) ?? YEARS
      return relative.format(-Math.floor(seconds / size), unit)
    },
  }
}

function missing(value: Maybe): value is null | undefined {
  return value === null || value === undefined || Number.isNaN(value)
}

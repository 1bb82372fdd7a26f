import type { HistorySearch } from '@/features/run/history/search'
import type { Format } from '@/lib/format'

/** As far as the server counts runs. */
const MOST = 1_000

/** As far as it counts those that were found by a text. */
const MOST_FOUND = 100

/** How many runs there are, in figures: 1,000+ where the server counted no further. */
export function countOf({ text }: HistorySearch, total: number, format: Format): string {
  return format.count(total) + (total >= (text === '' ? MOST : MOST_FOUND) ? '+' : '')
}

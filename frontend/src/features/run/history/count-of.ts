import type { HistorySearch } from '@/features/run/history/search'
import type { Format } from '@/lib/format'

/** As far as the server counts runs that were found by a text. */
const MOST_FOUND = 100

/** How many runs there are, in figures: by a text at most so many are counted. */
export function countOf({ text }: HistorySearch, total: number, format: Format): string {
  return format.count(total) + (text !== '' && total >= MOST_FOUND ? '+' : '')
}

import { formatSearch, parseSearch, refine, type HistorySearch } from '@/features/run/history/search'
import { useMemo } from 'react'
import { useLocation, useNavigate } from 'react-router'

/** The cursors that the pages before this one began after, the first page's null first; kept with the entry in the browser's history. */
type Trail = readonly (string | null)[]

interface SearchInAddress {
  search: HistorySearch
  trail: Trail
  /** Other filters, on their first page. */
  change: (filters: Partial<HistorySearch>) => void
  goTo: (after: string | null, page: number, trail: Trail) => void
}

/** What the address asks for, and ways to another address. */
export function useHistorySearch(): SearchInAddress {
  const location = useLocation()
  const navigate = useNavigate()
  const search = useMemo(() => parseSearch(new URLSearchParams(location.search)), [location.search])
  const show = (next: HistorySearch, trail: Trail) =>
    void navigate({ search: formatSearch(next).toString() }, { state: { trail } })
  return {
    search,
    trail: trailOf(location.state),
    change: (filters) => show(refine(search, filters), []),
    goTo: (after, page, trail) => show({ ...search, after, page }, trail),
  }
}

function trailOf(state: unknown): Trail {
  if (typeof state !== 'object' || state === null || !('trail' in state)) return []
  return Array.isArray(state.trail) ? (state.trail as Trail) : []
}

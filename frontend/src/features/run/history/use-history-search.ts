import { formatSearch, parseSearch, refine, type HistorySearch } from '@/features/run/history/search'
import { useMemo } from 'react'
import { useLocation, useNavigate } from 'react-router'

/** The cursors that the pages before this one began after, the first page's null first; kept with the entry in the browser's history. */
type Trail = readonly (string | null)[]

interface SearchInAddress {
  search: HistorySearch
  trail: Trail
  /** Other filters, on their first page; `replace` leaves no way back to those before. */
  change: (filters: Partial<HistorySearch>, replace?: boolean) => void
  goTo: (after: string | null, page: number, trail: Trail) => void
}

/** What the address asks for, and ways to another address. */
export function useHistorySearch(): SearchInAddress {
  const location = useLocation()
  const navigate = useNavigate()
  const search = useMemo(() => parseSearch(new URLSearchParams(location.search)), [location.search])
  const show = (next: HistorySearch, trail: Trail, replace = false) =>
    void navigate({ search: formatSearch(next).toString() }, { state: { trail }, replace })
  return {
    search,
    trail: trailOf(location.state),
    change: (filters, replace) => show(refine(search, filters), [], replace),
    goTo: (after, page, trail) => show({ ...search, after, page }, trail),
  }
}

function trailOf(state: unknown): Trail {
  if (typeof state !== 'object' || state === null || !('trail' in state)) return []
  return Array.isArray(state.trail) ? (state.trail as Trail) : []
}

import { NO_FILTERS } from '@/features/run/history/HistoryFilters'
import { HistoryError, NoMatch, NoRuns, StaleNotice } from '@/features/run/history/HistoryEmpty'
import { HistoryFoot } from '@/features/run/history/HistoryFoot'
import { HistorySkeleton } from '@/features/run/history/HistorySkeleton'
import { RunCards } from '@/features/run/history/RunCards'
import { RunTable } from '@/features/run/history/RunTable'
import { isFiltered } from '@/features/run/history/search'
import { PAGE_SIZE, type HistoryPageState } from '@/features/run/history/use-history-page'
import { useRerunMutation } from '@/features/run/history/use-rerun-mutation'
import { useRunCursor } from '@/features/run/history/use-run-cursor'
import { cn } from '@/lib/cn'
import { useMediaQuery } from '@/ui/use-media-query'
import { useMemo } from 'react'

/** Where the columns do not fit: rows become cards. */
const NARROW = '(max-width: 1000px)'

/** The list, or what stands in its place. */
export function HistoryBody({ page }: { page: HistoryPageState }) {
  const { search, change, length, error, outdated, retry } = page
  const narrow = useMediaQuery(NARROW)
  if (error && outdated) return <HistoryError error={error} search={search} onChange={change} onRetry={retry} />
  if (length === null) return <HistorySkeleton narrow={narrow} />
  if (length === 0 && isFiltered(search)) return <NoMatch onClear={() => change(NO_FILTERS)} />
  if (length === 0 && search.after === null) return <NoRuns />
  return <RunList page={page} narrow={narrow} />
}

function RunList({ page, narrow }: { page: HistoryPageState; narrow: boolean }) {
  const { days, outdated, search, total, length, goNewer, goOlder } = page
  const runs = useMemo(() => days.flatMap(({ items }) => items), [days])
  const rerun = useRerunMutation()
  const { cursor, setCursor } = useRunCursor(runs, rerun)
  const first = (search.page - 1) * PAGE_SIZE + 1
  return (
    <>
      {page.error && <StaleNotice onRetry={page.retry} />}
      <div aria-busy={outdated} className={cn(outdated && 'opacity-60')}>
        {narrow ? (
          <RunCards days={days} cursor={cursor} onCursor={setCursor} />
        ) : (
          <RunTable days={days} cursor={cursor} onCursor={setCursor} onRerun={rerun} />
        )}
      </div>
      <HistoryFoot
        first={first}
        last={first + (length ?? 0) - 1}
        total={total ?? 0}
        onNewer={goNewer}
        onOlder={goOlder}
      />
    </>
  )
}

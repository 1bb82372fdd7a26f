import { NO_FILTERS } from '@/features/run/history/HistoryFilters'
import { HistoryError, NoMatch, NoRuns, NothingShared, StaleNotice } from '@/features/run/history/HistoryEmpty'
import { countOf } from '@/features/run/history/count-of'
import { SelectionBar } from '@/features/run/history/SelectionBar'
import { useSelection } from '@/features/run/history/use-selection'
import { useRemoveRuns } from '@/features/run/live/use-remove-runs'
import { useFormat } from '@/ui/use-format'
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
  if (length === 0 && search.after === null) {
    return search.shared ? <NothingShared /> : <NoRuns onBatches={() => change({ batches: true })} />
  }
  return <RunList page={page} narrow={narrow} />
}

function RunList({ page, narrow }: { page: HistoryPageState; narrow: boolean }) {
  const { days, outdated, search, total, length, goNewer, goOlder } = page
  const runs = useMemo(() => days.flatMap(({ items }) => items), [days])
  const rerun = useRerunMutation()
  const { remove } = useRemoveRuns()
  const selection = useSelection(runs)
  const onRemove = (ids: readonly string[]) =>
    void remove(runs.filter(({ id, canChange }) => canChange && ids.includes(id)))
  const { cursor, setCursor } = useRunCursor(runs, {
    onRerun: rerun,
    onChoose: selection.toggle,
    onRemove: (id) => onRemove(selection.chosen.length > 0 ? selection.chosen.map((run) => run.id) : [id]),
  })
  const format = useFormat()
  const actions = { onRerun: rerun, onRemove, isChosen: selection.has, onChoose: selection.toggle }
  const first = (search.page - 1) * PAGE_SIZE + 1
  return (
    <>
      {page.error && <StaleNotice onRetry={page.retry} />}
      <div aria-busy={outdated} className={cn(outdated && 'opacity-60')}>
        {narrow ? (
          <RunCards days={days} cursor={cursor} onCursor={setCursor} actions={actions} withOwner={search.shared} />
        ) : (
          <RunTable days={days} cursor={cursor} onCursor={setCursor} actions={actions} withOwner={search.shared} />
        )}
      </div>
      <HistoryFoot
        first={first}
        last={first + (length ?? 0) - 1}
        total={countOf(search, total ?? 0, format)}
        onNewer={goNewer}
        onOlder={goOlder}
      />
      <SelectionBar chosen={selection.chosen} onRemove={onRemove} onClear={selection.clear} />
    </>
  )
}

import { PAGE_SIZE, type BatchFeed, type BatchView } from '@/features/run/batch/live/batch-feed'
import { progressOf } from '@/features/run/batch/live/batch-reducer'
import type { BatchState } from '@/features/run/batch/live/batch-state'
import { AnswerSheet, type Place } from '@/features/run/batch/page/AnswerSheet'
import { BatchBar } from '@/features/run/batch/page/BatchBar'
import { NothingFailed } from '@/features/run/batch/page/BatchEmpty'
import { BatchGrid } from '@/features/run/batch/page/BatchGrid'
import { BatchHeader } from '@/features/run/batch/page/BatchHeader'
import { BatchRemoved } from '@/features/run/batch/page/BatchRemoved'
import { hasFailed, useRowSearch } from '@/features/run/batch/page/use-row-search'
import { useEffect, useMemo, useState } from 'react'

interface BatchScreenProps {
  feed: BatchFeed
  state: BatchState
  phase: BatchView['phase']
}

/** How far the batch is, and a table of its messages by its lanes. */
export function BatchScreen({ feed, state, phase }: BatchScreenProps) {
  const { failedOnly, page, show } = useRowSearch()
  const [place, setPlace] = useState<Place | null>(null)
  const { rows } = state

  const positions = useMemo(() => {
    const all = rows.map((_, position) => position)
    return failedOnly ? all.filter((position) => hasFailed(rows[position])) : all
  }, [rows, failedOnly])
  const last = Math.max(1, Math.ceil(positions.length / PAGE_SIZE))
  const current = Math.min(page, last)
  const shown = positions.slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE)

  const pages = [...new Set(shown.map((position) => Math.floor(position / PAGE_SIZE)))].join()
  useEffect(() => feed.show(pages === '' ? [] : pages.split(',').map(Number)), [feed, pages, rows])

  return (
    <>
      {state.head.removedAt !== null && <BatchRemoved batchId={state.head.id} onBack={() => feed.again()} />}
      <BatchHeader state={state} progress={progressOf(state)} phase={phase} />
      <BatchBar
        failedOnly={failedOnly}
        first={(current - 1) * PAGE_SIZE + 1}
        shown={shown.length}
        total={positions.length}
        page={current}
        last={last}
        onShow={show}
      />
      {failedOnly && positions.length === 0 ? (
        <NothingFailed onShowAll={() => show({ failedOnly: false, page: 1 })} />
      ) : (
        <BatchGrid state={state} shown={shown} onOpen={setPlace} />
      )}
      {place && <AnswerSheet state={state} place={place} onClose={() => setPlace(null)} />}
    </>
  )
}

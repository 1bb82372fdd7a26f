import type { BatchState } from '@/features/run/batch/live/batch-state'
import { summarise } from '@/features/run/batch/live/lane-summary'
import type { Place } from '@/features/run/batch/page/AnswerSheet'
import { GridHead } from '@/features/run/batch/page/GridHead'
import { GridRow } from '@/features/run/batch/page/GridRow'
import { Skeleton } from '@/ui/Skeleton'
import { useMemo, type CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'

interface BatchGridProps {
  state: BatchState
  /** The positions of the messages that are shown. */
  shown: readonly number[]
  /** The same function as long as the table stands, so that rows can rest. */
  onOpen: (place: Place) => void
}

/** A row for each message, a column for each lane; the lanes' names and sums stay in sight, and so do the messages. */
export function BatchGrid({ state, shown, onOpen }: BatchGridProps) {
  const { t } = useTranslation('batch')
  const { rows, shape } = state
  const summaries = useMemo(() => summarise({ rows, shape }), [rows, shape])
  return (
    <div className="min-h-0 grow overflow-auto">
      <table
        aria-label={t('grid.label')}
        style={{ '--lanes': shape.lanes.length } as CSSProperties}
        className="w-full min-w-[calc(288px+240px*var(--lanes))] table-fixed border-separate border-spacing-0 phone:min-w-[calc(160px+220px*var(--lanes))]"
      >
        <colgroup>
          <col className="w-72 phone:w-40 roomy:w-96" />
        </colgroup>
        <GridHead lanes={shape.lanes} summaries={summaries} />
        <tbody>
          {shown.map((position) => {
            const row = rows[position]
            return row ? (
              <GridRow key={position} row={row} shape={shape} onOpen={onOpen} />
            ) : (
              <RowSkeleton key={position} lanes={shape.lanes.length} />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function RowSkeleton({ lanes }: { lanes: number }) {
  return (
    <tr aria-hidden className="h-13">
      {Array.from({ length: lanes + 1 }, (_, column) => (
        <td key={column} className="border-b border-line px-3 first:pl-(--gutter)">
          <Skeleton className="h-3.5 w-3/5" />
        </td>
      ))}
    </tr>
  )
}

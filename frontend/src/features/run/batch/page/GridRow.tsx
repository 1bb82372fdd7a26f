import type { BatchRow, BatchShape } from '@/features/run/batch/live/batch-state'
import { answersOf } from '@/features/run/batch/live/lane-summary'
import type { Place } from '@/features/run/batch/page/AnswerSheet'
import { GridCell } from '@/features/run/batch/page/GridCell'
import { excerpt } from '@/lib/excerpt'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

interface GridRowProps {
  row: BatchRow
  shape: BatchShape
  onOpen: (place: Place) => void
}

/** A message, which leads to its run, and what each lane answered. It renders again only when its row changed. */
export const GridRow = memo(({ row, shape, onOpen }: GridRowProps) => {
  const { t } = useTranslation('batch')
  const number = row.position + 1
  return (
    <tr className="h-13">
      <th
        scope="row"
        className="left-0 z-1 border-b border-line bg-surface pr-3 pl-(--gutter) text-left align-top font-normal wide:sticky"
      >
        <span className="flex gap-2 py-1.5">
          <span className="min-w-[3ch] shrink-0 text-right text-ink-3 tabular-nums">{number}</span>
          <Link
            to={`/runs/${row.runId}`}
            title={t('grid.openRun', { number })}
            className="line-clamp-2 min-w-0 prose-wrap hover:underline hover:underline-offset-2"
          >
            {excerpt(row.message)}
          </Link>
        </span>
      </th>
      {shape.lanes.map((lane, place) => (
        <td key={lane.position} className="border-b border-l border-line p-0 align-top">
          <GridCell
            number={number}
            lane={lane.position}
            answers={answersOf(row, place, shape.iterations)}
            hasCheck={shape.hasCheck}
            onOpen={() => onOpen({ position: row.position, lane: place })}
          />
        </td>
      ))}
    </tr>
  )
})
GridRow.displayName = 'GridRow'

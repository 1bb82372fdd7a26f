import type { HistoryQuery } from '@/__generated__/graphql'
import type { DayGroup } from '@/features/run/history/day-groups'
import { DayHeading } from '@/features/run/history/DayHeading'
import type { RowActions } from '@/features/run/history/row-actions'
import { RunRow } from '@/features/run/history/RunRow'
import { RunTableHead } from '@/features/run/history/RunTableHead'
import { Table } from '@/ui/Table'
import { useMediaQuery } from '@/ui/use-media-query'

export type ListedRun = HistoryQuery['runs']['edges'][number]['node']

/** The runs of a page by day, and how many each day has, null where the page cuts it. */
export interface RunListProps {
  days: readonly (DayGroup<ListedRun> & { count: number | null })[]
  cursor: string | null
  onCursor: (id: string) => void
  actions: RowActions
  /** Whether to say whose each run is. */
  withOwner: boolean
}

/** Where the names of two lanes do not fit. */
const NARROW = '(max-width: 1200px)'

export function RunTable({ days, cursor, onCursor, actions, withOwner }: RunListProps) {
  const named = useMediaQuery(NARROW) ? 1 : 2
  return (
    <Table className="mt-3">
      <RunTableHead />
      {days.map(({ day, items, count }) => (
        <tbody key={day}>
          <tr>
            <th scope="rowgroup" colSpan={10} className="border-b border-line pt-4 pb-[7px] pl-3 text-left">
              <DayHeading day={day} count={count} />
            </th>
          </tr>
          {items.map((run) => (
            <RunRow
              key={run.id}
              run={run}
              named={named}
              current={run.id === cursor}
              onFocus={onCursor}
              actions={actions}
              withOwner={withOwner}
            />
          ))}
        </tbody>
      ))}
    </Table>
  )
}

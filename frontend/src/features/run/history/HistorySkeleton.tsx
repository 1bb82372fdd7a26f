import { RunTableHead } from '@/features/run/history/RunTableHead'
import { Skeleton } from '@/ui/Skeleton'
import { Cell, Table } from '@/ui/Table'

const WIDTHS = [72, 91, 58, 84, 66, 95, 49, 77, 88, 61, 70, 93]

/** The list while it is on its way. */
export function HistorySkeleton({ narrow }: { narrow: boolean }) {
  return narrow ? <CardsSkeleton /> : <TableSkeleton />
}

function TableSkeleton() {
  return (
    <Table className="mt-3">
      <RunTableHead />
      <tbody aria-hidden>
        <tr>
          <td colSpan={10} className="border-b border-line pt-4 pb-[7px] pl-3">
            <Skeleton className="my-0.5 h-3 w-32" />
          </td>
        </tr>
        {WIDTHS.map((width) => (
          <tr key={width}>
            {[100, 60, 30, width, 80, 70, 60, 70, 60, 70].map((share, column) => (
              <Cell key={column} className={column === 0 ? 'pl-3' : undefined}>
                <span className="block" style={{ width: `${share}%` }}>
                  <Skeleton className="my-1 h-3" />
                </span>
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function CardsSkeleton() {
  return (
    <div aria-hidden className="-mx-(--gutter) mt-8">
      {WIDTHS.slice(0, 9).map((width) => (
        <div key={width} className="border-b border-line px-(--gutter) py-[9px]">
          <span className="block" style={{ width: `${width}%` }}>
            <Skeleton className="mt-1 mb-2 h-3.5" />
          </span>
          <Skeleton className="mb-1 h-3 w-2/5" />
        </div>
      ))}
    </div>
  )
}

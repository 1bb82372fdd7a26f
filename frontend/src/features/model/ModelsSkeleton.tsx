import { COLUMNS, ModelTableHead } from '@/features/model/ModelTable'
import { Skeleton } from '@/ui/Skeleton'
import { Cell, Table } from '@/ui/Table'

const WIDTHS = [52, 38, 61, 44]

/** The list while it is on its way. */
export function ModelsSkeleton({ narrow }: { narrow: boolean }) {
  if (narrow) return <CardsSkeleton />
  return (
    <Table>
      <ModelTableHead />
      <tbody aria-hidden className="border-t border-line-strong">
        <tr>
          <td colSpan={COLUMNS} className="pt-3.5 pb-2">
            <Skeleton className="mb-2 h-3.5 w-44" />
            <Skeleton className="h-3 w-60" />
          </td>
        </tr>
        {WIDTHS.map((width) => (
          <tr key={width}>
            {[width, width + 12, 60, 60, 60, 70, 60, 50, 0].map((share, column) => (
              <Cell key={column} className={column === 0 ? 'pl-4' : undefined}>
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
    <div aria-hidden className="-mx-(--gutter) border-t border-line-strong pt-3">
      {WIDTHS.map((width) => (
        <div key={width} className="border-b border-line px-(--gutter) py-3">
          <span className="block" style={{ width: `${width}%` }}>
            <Skeleton className="mb-2 h-3.5" />
          </span>
          <Skeleton className="h-3 w-4/5" />
        </div>
      ))}
    </div>
  )
}

import { PromptTableHead } from '@/features/prompt/list/PromptTable'
import { Skeleton } from '@/ui/Skeleton'
import { Cell, Table } from '@/ui/Table'

const WIDTHS = [72, 91, 58, 84, 66, 95, 49, 77]

/** The list while it is on its way. */
export function PromptsSkeleton({ narrow }: { narrow: boolean }) {
  if (narrow) return <CardsSkeleton />
  return (
    <Table className="mt-3">
      <PromptTableHead />
      <tbody aria-hidden>
        {WIDTHS.map((width) => (
          <tr key={width}>
            {[60, 60, width, 80, 70, 60, 60, 80, 80, 0].map((share, column) => (
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
    <div aria-hidden className="-mx-(--gutter) mt-2 border-t border-line">
      {WIDTHS.map((width) => (
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

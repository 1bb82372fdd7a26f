import { Skeleton } from '@/ui/Skeleton'

const WIDTHS = [72, 91, 58, 84, 66, 95, 49, 77]

/** The page's outline while the batch is fetched. */
export function BatchSkeleton() {
  return (
    <div aria-hidden>
      <div className="flex flex-col gap-3 border-b border-line px-(--gutter) py-4">
        <Skeleton className="h-6 w-56" />
        <Skeleton className="h-1.5 w-full" />
        <Skeleton className="h-4 w-80 max-w-full" />
      </div>
      {WIDTHS.map((width) => (
        <div key={width} className="flex h-[53px] items-center gap-6 border-b border-line px-(--gutter)">
          <span className="block w-60 phone:w-32">
            <span className="block" style={{ width: `${width}%` }}>
              <Skeleton className="h-3.5" />
            </span>
          </span>
          <Skeleton className="h-3.5 grow" />
          <Skeleton className="h-3.5 grow" />
        </div>
      ))}
    </div>
  )
}

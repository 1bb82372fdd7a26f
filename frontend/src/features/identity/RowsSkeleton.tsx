import { Skeleton } from '@/ui/Skeleton'

const WIDTHS = ['w-44', 'w-36', 'w-52']

/** Rows of two lines, on their way. */
export function RowsSkeleton({ rows }: { rows: number }) {
  return (
    <div aria-busy className="border-t border-line">
      {WIDTHS.slice(0, rows).map((width) => (
        <div key={width} className="border-b border-line py-3 last:border-b-0">
          <Skeleton className={`mb-2 h-3.5 ${width}`} />
          <Skeleton className="h-3 w-72 max-w-full" />
        </div>
      ))}
    </div>
  )
}

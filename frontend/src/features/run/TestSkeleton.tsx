import { Skeleton } from '@/ui/Skeleton'

const LANES = [0, 1, 2, 3]

/** The screen's outline while a run is fetched. */
export function TestSkeleton() {
  return (
    <div aria-hidden className="flex h-full flex-col">
      <div className="flex h-12 items-center gap-3 border-b border-line bg-bg px-4">
        <Skeleton className="h-7 w-24" />
        <Skeleton className="h-4 w-64" />
      </div>
      <div className="flex grow divide-x divide-line">
        {LANES.map((lane) => (
          <div key={lane} className="flex min-w-80 grow flex-col gap-3 px-4 pt-3">
            <Skeleton className="h-5 w-32" />
            <Skeleton className="h-8 w-20" />
            <Skeleton className="h-8 w-full" />
          </div>
        ))}
      </div>
    </div>
  )
}

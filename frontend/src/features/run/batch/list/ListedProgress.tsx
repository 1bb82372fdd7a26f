import type { BatchProgress } from '@/features/run/batch/live/batch-state'
import { ProgressBar } from '@/features/run/batch/page/ProgressBar'
import { useFormat } from '@/ui/use-format'

/** How far a batch is, as a bar and in numbers. */
export function ListedProgress({ progress }: { progress: BatchProgress }) {
  const format = useFormat()
  const { total, completed, failed, cancelled } = progress
  return (
    <span className="flex items-center gap-2.5">
      <ProgressBar progress={progress} className="min-w-12 grow" />
      <span className="shrink-0 text-small text-ink-2 tabular-nums">
        {`${format.count(completed + failed + cancelled)}/${format.count(total)}`}
      </span>
    </span>
  )
}

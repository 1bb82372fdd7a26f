import { isFinal } from '@/features/run/batch/live/batch-state'
import { elapsedMs } from '@/features/run/batch/live/time-left'
import type { ListedBatch } from '@/features/run/batch/list/use-batches'
import { useFormat } from '@/ui/use-format'
import { useNow } from '@/ui/use-now'

/** How long a batch took, or has gone on. */
export function Took({ batch }: { batch: ListedBatch }) {
  const format = useFormat()
  const running = !isFinal(batch.status)
  const elapsed = elapsedMs(batch, useNow(1_000, running))
  return running ? format.elapsed(elapsed) : format.duration(elapsed)
}

import type { BatchHead, BatchProgress } from '@/features/run/batch/live/batch-state'

/** An estimate from less would jump. */
const LEAST_ENDED = 3
const LEAST_MS = 2_000

/** How long a batch has gone on, or took, in milliseconds. */
export function elapsedMs({ createdAt, finishedAt }: Pick<BatchHead, 'createdAt' | 'finishedAt'>, now: number): number {
  const end = finishedAt === null ? now : Date.parse(finishedAt)
  return Math.max(0, end - Date.parse(createdAt))
}

/** How long it may still take, at the pace so far; null while that cannot be told. */
export function leftMs({ total, pending, running }: BatchProgress, elapsed: number): number | null {
  const left = pending + running
  const ended = total - left
  if (left === 0 || ended < LEAST_ENDED || elapsed < LEAST_MS) return null
  return (elapsed / ended) * left
}

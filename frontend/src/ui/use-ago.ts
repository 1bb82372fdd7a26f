import { useFormat } from '@/ui/use-format'
import { useNow } from '@/ui/use-now'

const EVERY_MS = 10_000

/** Says how long ago something was, and goes on saying it as time passes. */
export function useAgo(): (iso: string) => string {
  const format = useFormat()
  const now = useNow(EVERY_MS, true)
  return (iso) => format.ago(iso, now)
}

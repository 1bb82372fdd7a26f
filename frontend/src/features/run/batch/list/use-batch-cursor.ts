import type { ListedBatch } from '@/features/run/batch/list/use-batches'
import { useHotkey } from '@/ui/use-hotkey'
import { useListKeys } from '@/ui/use-list-keys'
import { useState } from 'react'
import { useNavigate } from 'react-router'

/** The row's link, which the cursor focuses. */
export function batchLinkId(batchId: string): string {
  return `batch-${batchId}`
}

/**
 * The row that the keys act on: J and K or the arrows move it, Enter opens the batch, Delete or Backspace removes it.
 */
export function useBatchCursor(list: readonly ListedBatch[], onRemove: (batch: ListedBatch) => void) {
  const navigate = useNavigate()
  const [cursor, setCursor] = useState<string | null>(null)
  const place = list.findIndex(({ id }) => id === cursor)
  const current = list[place] ?? null

  const go = (batch: ListedBatch | undefined) => {
    if (!batch) return
    setCursor(batch.id)
    const link = document.getElementById(batchLinkId(batch.id))
    link?.focus({ preventScroll: true })
    link?.scrollIntoView({ block: 'nearest' })
  }
  useListKeys({
    onStep: (step) => go(list[place < 0 ? 0 : place + step]),
    onOpen: () => {
      if (current) void navigate(`/batches/${current.id}`)
    },
  })
  const removeAndGoOn = () => {
    if (!current) return
    onRemove(current)
    go(list[place + 1] ?? list[place - 1])
  }
  useHotkey('Delete', removeAndGoOn, { enabled: current !== null })
  useHotkey('Backspace', removeAndGoOn, { enabled: current !== null })

  return { cursor: current?.id ?? null, setCursor }
}

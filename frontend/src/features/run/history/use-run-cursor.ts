import type { ListedRun } from '@/features/run/history/RunTable'
import { runLinkId } from '@/features/run/history/run-link'
import { createSignal } from '@/lib/signal'
import { useHotkey } from '@/ui/use-hotkey'
import { useListKeys } from '@/ui/use-list-keys'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'

/** The run where the cursor stood last, so that it stands there again after coming back. */
const lastCursor = createSignal<string | null>(null)

interface CursorActions {
  onRerun: (id: string) => void
  onChoose: (id: string) => void
  onRemove: (id: string) => void
}

/**
 * The row that the keys act on: J and K or the arrows move it, Enter opens the run, R runs it again, X chooses it, Delete or
 * Backspace removes it.
 */
export function useRunCursor(runs: readonly ListedRun[], { onRerun, onChoose, onRemove }: CursorActions) {
  const navigate = useNavigate()
  const [cursor, setCursor] = useState(lastCursor.get)
  const place = runs.findIndex(({ id }) => id === cursor)
  const current = runs[place]?.id ?? null

  useEffect(() => {
    if (current) lastCursor.set(current)
  }, [current])

  useListKeys({
    onStep: (step) => {
      const next = runs[place < 0 ? 0 : place + step]
      if (!next) return
      setCursor(next.id)
      const link = document.getElementById(runLinkId(next.id))
      link?.focus({ preventScroll: true })
      link?.scrollIntoView({ block: 'nearest' })
    },
    onOpen: () => {
      if (current) void navigate(`/runs/${current}`)
    },
  })
  useHotkey('r', () => current && onRerun(current), { enabled: current !== null })

  useHotkey('x', () => current && onChoose(current), { enabled: current !== null })
  const removeAndGoOn = () => {
    if (!current) return
    onRemove(current)
    const next = runs[place + 1] ?? runs[place - 1]
    if (!next) return
    setCursor(next.id)
    document.getElementById(runLinkId(next.id))?.focus({ preventScroll: true })
  }
  useHotkey('Delete', removeAndGoOn, { enabled: current !== null })
  useHotkey('Backspace', removeAndGoOn, { enabled: current !== null })

  return { cursor: current, setCursor }
}

import type { ListedRun } from '@/features/run/history/RunTable'
import { runLinkId } from '@/features/run/history/run-link'
import { createSignal } from '@/lib/signal'
import { useHotkey } from '@/ui/use-hotkey'
import { useListKeys } from '@/ui/use-list-keys'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'

/** The run where the cursor stood last, so that it stands there again after coming back. */
const lastCursor = createSignal<string | null>(null)

/** The row that the keys act on: J and K or the arrows move it, Enter opens the run, R runs it again. */
export function useRunCursor(runs: readonly ListedRun[], onRerun: (id: string) => void) {
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

  return { cursor: current, setCursor }
}

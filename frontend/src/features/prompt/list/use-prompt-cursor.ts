import type { ListedPrompt } from '@/features/prompt/list/use-prompt-list'
import { useStar } from '@/features/prompt/use-star'
import { createSignal } from '@/lib/signal'
import { useHotkey } from '@/ui/use-hotkey'
import { useListKeys } from '@/ui/use-list-keys'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'

/** The prompt where the cursor stood last, so that it stands there again after coming back. */
const lastCursor = createSignal<string | null>(null)

/** The element id of a prompt's link in the list, by which the cursor moves the focus. */
export function promptLinkId(id: string): string {
  return `prompt-${id}`
}

/** The row that the keys act on: J and K or the arrows move it, Enter opens the prompt, S stars and X chooses it. */
export function usePromptCursor(prompts: readonly ListedPrompt[], onToggle: (id: string) => void) {
  const navigate = useNavigate()
  const star = useStar()
  const [cursor, setCursor] = useState(lastCursor.get)
  const place = prompts.findIndex(({ id }) => id === cursor)
  const current = prompts[place] ?? null

  useEffect(() => {
    if (current) lastCursor.set(current.id)
  }, [current])

  useListKeys({
    onStep: (step) => {
      const next = prompts[place < 0 ? 0 : place + step]
      if (!next) return
      setCursor(next.id)
      const link = document.getElementById(promptLinkId(next.id))
      link?.focus({ preventScroll: true })
      link?.scrollIntoView({ block: 'nearest' })
    },
    onOpen: () => {
      if (current) void navigate(`/prompts/${current.id}`)
    },
  })
  useHotkey('s', () => current && star(current), { enabled: current !== null })
  useHotkey('x', () => current && onToggle(current.id), { enabled: current !== null })

  return { cursor: current?.id ?? null, setCursor }
}

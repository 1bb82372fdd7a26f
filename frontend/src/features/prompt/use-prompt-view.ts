import { formatView, parseView, type PromptView } from '@/features/prompt/view'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'

/** What the address shows of a prompt, and the way to show something else. */
export function usePromptView() {
  const [params, setParams] = useSearchParams()
  const view = useMemo(() => parseView(params), [params])
  const show = (next: PromptView) => setParams(formatView(next), { preventScrollReset: true })
  return { view, show }
}

export type ShowView = (next: PromptView) => void

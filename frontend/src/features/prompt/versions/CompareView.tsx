import { PromptVersionBodyDocument } from '@/__generated__/graphql'
import type { PromptRecord } from '@/features/prompt/editor/use-save'
import { PromptsError } from '@/features/prompt/list/PromptsEmpty'
import type { ShowView } from '@/features/prompt/use-prompt-view'
import { CompareBar } from '@/features/prompt/versions/CompareBar'
import { CompareBody } from '@/features/prompt/versions/CompareBody'
import { UsageCompared } from '@/features/prompt/versions/UsageCompared'
import type { VersionActions } from '@/features/prompt/versions/use-version-actions'
import { sectionsOf } from '@/features/prompt/versions/version-sections'
import type { PromptView } from '@/features/prompt/view'
import { diffLines } from '@/lib/text-diff'
import { Skeleton } from '@/ui/Skeleton'
import { usePhone } from '@/ui/use-media'
import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'

export interface CompareViewProps {
  prompt: PromptRecord
  compared: { from: number; to: number }
  view: PromptView & { kind: 'compare' }
  actions: VersionActions
  show: ShowView
}

/** What differs between two versions, in all that they say, and in what came of them. */
export function CompareView({ prompt, compared, view, actions, show }: CompareViewProps) {
  const phone = usePhone()
  const left = useVersionBody(prompt.id, compared.from)
  const right = useVersionBody(prompt.id, compared.to)
  const before = left.version
  const after = right.version
  const sections = useMemo(() => {
    if (!before || !after) return null
    const others = sectionsOf(after)
    return sectionsOf(before).map(({ name, text }, place) => ({
      name,
      rows: diffLines(text, others[place]?.text ?? ''),
    }))
  }, [before, after])
  const error = left.error ?? right.error
  const split = view.split && !phone
  return (
    <section aria-label={`v${compared.from} – v${compared.to}`} className="grow pb-8">
      <CompareBar prompt={prompt} compared={compared} view={view} actions={actions} show={show} sections={sections} />
      {error && !sections ? (
        <PromptsError error={error} onRetry={() => [left, right].forEach(({ retry }) => retry())} />
      ) : before && after && sections ? (
        <CompareBody prompt={prompt} before={before} after={after} sections={sections} split={split} />
      ) : (
        <Skeleton className="h-64" />
      )}
      <UsageCompared prompt={prompt} compared={compared} />
    </section>
  )
}

/** A version never changes: what is known of it stays so. */
function useVersionBody(id: string, number: number) {
  const { data, previousData, error, refetch } = useQuery(PromptVersionBodyDocument, { variables: { id, number } })
  const prompt = (data ?? previousData)?.prompt
  return { version: prompt?.version ?? null, error, retry: () => void refetch().catch(() => undefined) }
}

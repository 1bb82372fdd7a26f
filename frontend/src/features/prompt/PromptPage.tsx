import { PromptPageDocument } from '@/__generated__/graphql'
import { PromptsError } from '@/features/prompt/list/PromptsEmpty'
import { PromptScreen } from '@/features/prompt/PromptScreen'
import { PromptMissing, PromptSkeleton } from '@/features/prompt/PromptSkeleton'
import { failureOf } from '@/lib/graphql-error'
import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'

/** A prompt with all its versions. */
export function PromptPage() {
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(PromptPageDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    errorPolicy: 'all',
  })
  const prompt = data?.prompt
  if (prompt) return <PromptScreen key={prompt.id} prompt={prompt} refetch={() => refetch()} />
  if (error && failureOf(error).code === 'NOT_FOUND') return <PromptMissing />
  if (error) return <PromptsError error={error} onRetry={() => void refetch().catch(() => undefined)} />
  return data ? <PromptMissing /> : <PromptSkeleton />
}

import { OlderVersionsDocument } from '@/__generated__/graphql'
import type { PromptRecord } from '@/features/prompt/editor/use-save'
import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'

export type TimelineVersion = PromptRecord['versions'][number]

/** The versions of a prompt, newest first; older ones as they are asked for. */
export function useVersions(prompt: PromptRecord) {
  const client = useApolloClient()
  const [older, setOlder] = useState<readonly TimelineVersion[]>([])
  const [loading, setLoading] = useState(false)
  const least = prompt.versions.at(-1)?.number ?? 1
  const versions = [...prompt.versions, ...older.filter(({ number }) => number < least)]
  const before = versions.at(-1)?.number ?? 1
  const showOlder = async () => {
    setLoading(true)
    const query = { query: OlderVersionsDocument, variables: { id: prompt.id, before } }
    // A list that stays as it is has the button still.
    const answer = await client.query({ ...query, fetchPolicy: 'no-cache' }).catch(() => null)
    setOlder([...older, ...(answer?.data?.prompt?.versions ?? [])])
    setLoading(false)
  }
  return { versions, loading, hidden: before - 1, showOlder: () => void showOlder() }
}

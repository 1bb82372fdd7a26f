import { PromptNamesDocument, type PromptNamesQuery } from '@/__generated__/graphql'
import { useApolloClient } from '@apollo/client/react'
import { useEffect, useState } from 'react'

/** So many pages of names are looked through; whoever has more prompts learns of taken names when they are imported. */
const MAX_PAGES = 10

/** The names that the caller's prompts have; null until they are known. */
export function usePromptNames(wanted: boolean): ReadonlySet<string> | null {
  const client = useApolloClient()
  const [names, setNames] = useState<ReadonlySet<string> | null>(null)
  useEffect(() => {
    if (!wanted) return
    let current = true
    const ask = async () => {
      const found = new Set<string>()
      let after: string | null = null
      for (let page = 0; page < MAX_PAGES; page++) {
        const { data }: { data?: PromptNamesQuery | undefined } = await client.query({
          query: PromptNamesDocument,
          variables: { after },
          fetchPolicy: 'no-cache',
        })
        for (const { name } of data?.prompts.nodes ?? []) found.add(name)
        after = data?.prompts.pageInfo.hasNextPage ? data.prompts.pageInfo.endCursor : null
        if (after === null) break
      }
      if (current) setNames(found)
    }
    // Unknown, the names are told by the import itself.
    void ask().catch(() => undefined)
    return () => {
      current = false
    }
  }, [client, wanted])
  return names
}

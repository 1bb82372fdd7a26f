import { PromptsDocument, type PromptsQuery } from '@/__generated__/graphql'
import { ORDERS, toPromptFilter, type PromptSearch } from '@/features/prompt/list/search'
import { useQuery } from '@apollo/client/react'
import { useMemo, useState } from 'react'

const PAGE_SIZE = 20

export type ListedPrompt = PromptsQuery['prompts']['edges'][number]['node']

/** The prompts of a search; more of them where there is more than a page. */
export function usePromptList(search: PromptSearch) {
  const filter = useMemo(() => toPromptFilter(search), [search])
  const { data, previousData, error, refetch, fetchMore } = useQuery(PromptsDocument, {
    variables: { first: PAGE_SIZE, filter, orderBy: ORDERS[search.order] },
    fetchPolicy: 'cache-and-network',
  })
  const [loadingMore, setLoadingMore] = useState(false)
  const shown = (data ?? previousData)?.prompts
  const next = data?.prompts.pageInfo.hasNextPage ? data.prompts.pageInfo.endCursor : null
  const prompts = useMemo(() => shown?.edges.map(({ node }) => node) ?? null, [shown])
  return {
    /** Null until something is there to show. */
    prompts,
    total: shown?.totalCount ?? null,
    /** Whether what is shown is still that of the search before. */
    outdated: !data,
    error,
    retry: () => void refetch().catch(() => undefined),
    loadingMore,
    showMore: next === null ? null : () => void showMore(next),
  }

  async function showMore(after: string) {
    setLoadingMore(true)
    await fetchMore({ variables: { after } }).catch(() => undefined)
    setLoadingMore(false)
  }
}

export type PromptList = ReturnType<typeof usePromptList>

import { ModelsDocument } from '@/__generated__/graphql'
import { groupByServer } from '@/features/model/server-groups'
import { useQuery } from '@apollo/client/react'
import { useMemo, useState } from 'react'

/** The most that the server gives at once. */
const PAGE_SIZE = 100

/** The models by server, narrowed by a text; more of them where there is more than a page. */
export function useModelList(text: string) {
  const { data, previousData, error, refetch, fetchMore } = useQuery(ModelsDocument, {
    // Without a text no filter, so that the list is the same as everybody's.
    variables: { first: PAGE_SIZE, ...(text === '' ? {} : { filter: { text } }) },
    fetchPolicy: 'cache-and-network',
  })
  const [loadingMore, setLoadingMore] = useState(false)
  const shown = (data ?? previousData)?.models
  const groups = useMemo(() => groupByServer(shown?.edges.map(({ node }) => node) ?? []), [shown])
  const next = data?.models.pageInfo.hasNextPage ? data.models.pageInfo.endCursor : null
  return {
    groups,
    /** Null until something is there to show. */
    length: shown?.edges.length ?? null,
    total: shown?.totalCount ?? null,
    /** Whether what is shown is still that of the text before. */
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

export type ModelList = ReturnType<typeof useModelList>

import { RunnableModelsDocument, type RunnableModelsQuery } from '@/__generated__/graphql'
import { useQuery } from '@apollo/client/react'
import { useEffect, useMemo } from 'react'

export type RunnableModel = RunnableModelsQuery['models']['edges'][number]['node']

interface Models {
  /** All of them, by name; null until the first page is there. */
  list: readonly RunnableModel[] | null
  byId: ReadonlyMap<string, RunnableModel>
  failed: boolean
  retry: () => void
}

/** The models that a lane can ask. All pages are fetched, so that the picker searches all of them. */
export function useModels(): Models {
  const { data, error, refetch, fetchMore } = useQuery(RunnableModelsDocument, { fetchPolicy: 'cache-and-network' })
  const pageInfo = data?.models.pageInfo

  useEffect(() => {
    if (pageInfo?.hasNextPage) void fetchMore({ variables: { after: pageInfo.endCursor } })
  }, [pageInfo, fetchMore])

  return useMemo(() => {
    const list = data?.models.edges.map((edge) => edge.node) ?? null
    return {
      list,
      byId: new Map(list?.map((model) => [model.id, model])),
      failed: Boolean(error) && !data,
      retry: () => void refetch().catch(() => undefined),
    }
  }, [data, error, refetch])
}

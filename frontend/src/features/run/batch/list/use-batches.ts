import { BatchesDocument, type BatchesQuery } from '@/__generated__/graphql'
import { isFinal } from '@/features/run/batch/live/batch-state'
import { useQuery } from '@apollo/client/react'
import { useEffect } from 'react'
import { useSearchParams } from 'react-router'

/** While a batch of the page goes on, the page is asked for again this often. */
const POLL_MS = 2_500

export type ListedBatch = BatchesQuery['batches']['nodes'][number]
export type Batches = ReturnType<typeof useBatches>

/** The page of batches that the address names, kept fresh while one on it goes on. */
export function useBatches() {
  const [params] = useSearchParams()
  const after = params.get('after')
  const { data, previousData, error, refetch, startPolling, stopPolling } = useQuery(BatchesDocument, {
    variables: { after },
    fetchPolicy: 'cache-and-network',
    skipPollAttempt: () => document.hidden,
  })
  const shown = (data ?? previousData)?.batches
  const running = data?.batches.nodes.some(({ status }) => !isFinal(status)) ?? false

  useEffect(() => {
    if (!running) return
    startPolling(POLL_MS)
    return stopPolling
  }, [running, startPolling, stopPolling])

  return {
    /** Null until something is there to show. */
    list: shown?.nodes.filter(({ removedAt }) => removedAt === null) ?? null,
    total: shown?.totalCount ?? null,
    error,
    retry: () => void refetch().catch(() => undefined),
    /** Where the page after this one begins; null where there is none. */
    older: data?.batches.pageInfo.hasNextPage ? data.batches.pageInfo.endCursor : null,
    isFirst: after === null,
  }
}

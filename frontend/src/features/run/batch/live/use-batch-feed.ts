import { BatchFeed, type BatchView } from '@/features/run/batch/live/batch-feed'
import { useApolloClient } from '@apollo/client/react'
import { useEffect, useMemo, useSyncExternalStore } from 'react'

/** Follows a batch as long as the page shows it. */
export function useBatchFeed(batchId: string): BatchFeed {
  const client = useApolloClient()
  const feed = useMemo(() => new BatchFeed(client, batchId), [client, batchId])
  useEffect(() => {
    feed.start()
    return () => feed.stop()
  }, [feed])
  return feed
}

export function useBatchView(feed: BatchFeed): BatchView {
  return useSyncExternalStore(feed.subscribe, feed.get)
}

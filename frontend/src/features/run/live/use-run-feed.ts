import { RunFeed, type FeedView } from '@/features/run/live/run-feed'
import { useApolloClient } from '@apollo/client/react'
import { useEffect, useMemo, useSyncExternalStore } from 'react'

const NO_RUN: FeedView = { state: null, shown: null, summed: null, phase: 'loading', nowMs: 0 }
const never = () => () => undefined

/** Follows a run as long as the page shows it; null where there is none. */
export function useRunFeed(runId: string | null): RunFeed | null {
  const client = useApolloClient()
  const feed = useMemo(() => (runId === null ? null : new RunFeed(client, runId)), [client, runId])
  useEffect(() => {
    feed?.start()
    return () => feed?.stop()
  }, [feed])
  return feed
}

/** A part of what is known of the run. `select` answers a primitive, or an object that the view itself holds. */
export function useFeed<T>(feed: RunFeed | null, select: (view: FeedView) => T): T {
  return useSyncExternalStore(feed?.subscribe ?? never, () => select(feed?.get() ?? NO_RUN))
}

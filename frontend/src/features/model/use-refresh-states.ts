import { ModelStatesDocument } from '@/__generated__/graphql'
import { useApolloClient } from '@apollo/client/react'
import { useCallback, useEffect } from 'react'

const EVERY_MS = 15_000

/** The most that the server gives at once. */
const PAGE_SIZE = 100

/** Asks how the models and their servers fare. What changed changes where it stands; nothing else moves. */
export function useRefreshStates(): () => Promise<unknown> {
  const client = useApolloClient()
  return useCallback(
    () =>
      client
        .query({ query: ModelStatesDocument, variables: { first: PAGE_SIZE }, fetchPolicy: 'network-only' })
        // What is shown is then older than it could be, and says when it was checked.
        .catch(() => undefined),
    [client],
  )
}

/** Does that now and again while the page is in sight, and when it comes back. */
export function useStatesPoll(): void {
  const refresh = useRefreshStates()
  useEffect(() => {
    const ask = () => void (document.hidden || refresh())
    const timer = setInterval(ask, EVERY_MS)
    document.addEventListener('visibilitychange', ask)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [refresh])
}

import { EndSessionDocument, SessionsDocument, SignOutEverywhereDocument } from '@/__generated__/graphql'
import { removeFromOwnList } from '@/features/identity/own-lists'
import { leave } from '@/lib/session/leave'
import { useMutation, useQuery } from '@apollo/client/react'

export function useSessions() {
  const { data, error, refetch } = useQuery(SessionsDocument, { fetchPolicy: 'cache-and-network' })
  return { sessions: data?.sessions ?? null, error, retry: () => void refetch().catch(() => undefined) }
}

/** Signs another browser out. */
export function useEndSessionMutation() {
  return useMutation(EndSessionDocument, {
    update: (cache, { data }) => {
      if (data) removeFromOwnList(cache, 'sessions', data.endSession.id)
    },
  })
}

/** Signs every browser out, this one too. */
export function useSignOutEverywhereMutation() {
  return useMutation(SignOutEverywhereDocument, { onCompleted: () => leave() })
}

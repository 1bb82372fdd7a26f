import { ApiTokensDocument, CreateApiTokenDocument, RevokeApiTokenDocument } from '@/__generated__/graphql'
import { forgetApiTokens, removeFromOwnList } from '@/features/identity/own-lists'
import { useMutation, useQuery } from '@apollo/client/react'

export function useApiTokens() {
  const { data, error, refetch } = useQuery(ApiTokensDocument, { fetchPolicy: 'cache-and-network' })
  return { tokens: data?.apiTokens ?? null, error, retry: () => void refetch().catch(() => undefined) }
}

/** Makes a token. Its text is in the answer alone: the cache does not keep it. */
export function useCreateApiTokenMutation() {
  return useMutation(CreateApiTokenDocument, { fetchPolicy: 'no-cache', update: forgetApiTokens })
}

export function useRevokeApiTokenMutation() {
  return useMutation(RevokeApiTokenDocument, {
    update: (cache, { data }) => {
      if (data) removeFromOwnList(cache, 'apiTokens', data.revokeApiToken.id)
    },
  })
}

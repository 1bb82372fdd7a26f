import type { ApolloCache, Reference } from '@apollo/client'

type OwnList = 'sessions' | 'apiTokens'

/** Takes one out of a list of the caller's own. */
export function removeFromOwnList(cache: ApolloCache, list: OwnList, id: string): void {
  cache.modify<Record<OwnList, readonly Reference[]>>({
    id: 'ROOT_QUERY',
    fields: {
      [list]: (known: readonly Reference[], { readField }: { readField: (field: string, of: Reference) => unknown }) =>
        known.filter((one) => readField('id', one) !== id),
    },
  })
}

/** The API tokens are asked for again: their order is the server's. */
export function forgetApiTokens(cache: ApolloCache): void {
  cache.evict({ id: 'ROOT_QUERY', fieldName: 'apiTokens' })
}

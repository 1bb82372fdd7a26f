import { ApiTokensDocument } from '@/__generated__/graphql'
import { forgetApiTokens, removeFromOwnList } from '@/features/identity/own-lists'
import { InMemoryCache } from '@apollo/client'
import { describe, expect, it } from 'vitest'

function cacheOf(...ids: string[]): InMemoryCache {
  const cache = new InMemoryCache()
  const moment = '2026-11-21T06:00:00Z'
  const rest = { name: 'a', prefix: 'asy_', scopes: ['READ' as const], createdAt: moment, expiresAt: moment }
  const apiTokens = ids.map((id) => ({ __typename: 'ApiToken' as const, id, ...rest, lastUsedAt: null }))
  cache.writeQuery({ query: ApiTokensDocument, data: { apiTokens } })
  return cache
}

describe('a list of the caller’s own', () => {
  it('loses what is gone', () => {
    const cache = cacheOf('a', 'b', 'c')
    removeFromOwnList(cache, 'apiTokens', 'b')
    expect(cache.readQuery({ query: ApiTokensDocument })?.apiTokens.map(({ id }) => id)).toEqual(['a', 'c'])
  })

  it('is asked for again after a new one', () => {
    const cache = cacheOf('a')
    forgetApiTokens(cache)
    expect(cache.readQuery({ query: ApiTokensDocument })).toBeFalsy()
  })
})

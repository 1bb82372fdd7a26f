import { forgetModelLists, removeFromModelLists } from '@/features/model/model-lists'
import { gql, InMemoryCache, type TypedDocumentNode } from '@apollo/client'
import { relayStylePagination } from '@apollo/client/utilities'
import { describe, expect, it } from 'vitest'

interface Listed {
  models: { totalCount: number; edges: { node: { id: string } }[] }
}

const LIST: TypedDocumentNode<Listed, { first: number; filter?: { text: string } }> = gql`
  query ($first: Int!, $filter: ModelFilter) {
    models(first: $first, filter: $filter) {
      edges {
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`

const ALL = { first: 100 }
const FOUND = { first: 100, filter: { text: 'qwen' } }

function edge(id: string) {
  const node = { __typename: 'Model' as const, id, name: id }
  return { __typename: 'ModelEdge' as const, node }
}

function cacheOf(lists: [typeof ALL | typeof FOUND, string[]][]): InMemoryCache {
  const cache = new InMemoryCache({
    typePolicies: { Query: { fields: { models: relayStylePagination(['filter']) } } },
  })
  for (const [variables, ids] of lists) {
    const pageInfo = { __typename: 'PageInfo' as const, hasNextPage: false, endCursor: ids.at(-1) ?? null }
    const models = { __typename: 'ModelConnection' as const, totalCount: ids.length, edges: ids.map(edge), pageInfo }
    cache.writeQuery({ query: LIST, variables, data: { models } })
  }
  return cache
}

function read(cache: InMemoryCache, variables: typeof ALL | typeof FOUND) {
  const models = cache.readQuery({ query: LIST, variables })?.models
  return models && { ids: models.edges.map(({ node }) => node.id), total: models.totalCount }
}

describe('the cached lists of models', () => {
  it('lose a removed model, each list that holds it, and count one less', () => {
    const cache = cacheOf([
      [ALL, ['a', 'b', 'c']],
      [FOUND, ['c']],
    ])
    removeFromModelLists(cache, 'b')
    expect(read(cache, ALL)).toEqual({ ids: ['a', 'c'], total: 2 })
    expect(read(cache, FOUND)).toEqual({ ids: ['c'], total: 1 })
  })

  it('are all let go of when only the server knows how they go on', () => {
    const cache = cacheOf([
      [ALL, ['a']],
      [FOUND, []],
    ])
    forgetModelLists(cache)
    expect(read(cache, ALL)).toBeFalsy()
    expect(read(cache, FOUND)).toBeFalsy()
  })
})

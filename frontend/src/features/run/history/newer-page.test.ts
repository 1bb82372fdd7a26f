import type { HistoryCursorsQueryVariables } from '@/__generated__/graphql'
import { findNewerPage } from '@/features/run/history/newer-page'
import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client'
import { of } from 'rxjs'
import { describe, expect, it } from 'vitest'

/** A client of a server that holds so many runs, whose cursors are their places from 1; it counts what it is asked. */
function clientOf(runs: number) {
  const asked: (string | null)[] = []
  const link = new ApolloLink(({ variables }) => {
    const { first, after = null } = variables as HistoryCursorsQueryVariables
    asked.push(after)
    const start = Number(after ?? 0)
    const cursors = Array.from({ length: Math.min(first, runs - start) }, (_, place) => String(start + place + 1))
    const pageInfo = { __typename: 'PageInfo', hasNextPage: start + first < runs, endCursor: cursors.at(-1) ?? null }
    const edges = cursors.map((cursor) => ({ __typename: 'RunEdge', cursor }))
    return of({ data: { runs: { __typename: 'RunConnection', edges, pageInfo } } })
  })
  return { client: new ApolloClient({ cache: new InMemoryCache(), link }), asked }
}

describe('the page before one that a link led to', () => {
  it('begins a page earlier', async () => {
    const { client, asked } = clientOf(64)
    expect(await findNewerPage(client, null, '40', 20)).toBe('20')
    expect(asked).toEqual([null])
  })

  it('is the first where that is what comes before', async () => {
    const { client } = clientOf(64)
    expect(await findNewerPage(client, null, '20', 20)).toBeNull()
    expect(await findNewerPage(client, null, '7', 20)).toBeNull()
  })

  it('is found far down the list, a hundred runs at a time', async () => {
    const { client, asked } = clientOf(1_000)
    expect(await findNewerPage(client, null, '310', 20)).toBe('290')
    expect(asked).toEqual([null, '100', '200', '300'])
  })

  it('is the first where the run is gone', async () => {
    const { client, asked } = clientOf(250)
    expect(await findNewerPage(client, null, 'gone', 20)).toBeNull()
    expect(asked).toEqual([null, '100', '200'])
  })
})

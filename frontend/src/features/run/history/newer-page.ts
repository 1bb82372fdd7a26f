import { HistoryCursorsDocument, type HistoryCursorsQuery, type RunFilter } from '@/__generated__/graphql'
import type { ApolloClient } from '@apollo/client'

/** As many as the server gives at once. */
const STRIDE = 100

/**
 * The cursor that the page before begins after, found by walking the list from its newest run: connections only go forward,
 * and a link to a later page brings no trail. Null where the page before is the first, or `after` is no longer in the list.
 */
export async function findNewerPage(
  client: ApolloClient,
  filter: RunFilter | null,
  after: string,
  pageSize: number,
): Promise<string | null> {
  const cursors: string[] = []
  let next: string | null = null
  do {
    const { edges, pageInfo } = await readCursors(client, filter, next)
    cursors.push(...edges.map(({ cursor }) => cursor))
    const place = cursors.indexOf(after)
    if (place >= 0) return cursors[place - pageSize] ?? null
    next = pageInfo.hasNextPage ? pageInfo.endCursor : null
  } while (next !== null)
  return null
}

async function readCursors(
  client: ApolloClient,
  filter: RunFilter | null,
  after: string | null,
): Promise<HistoryCursorsQuery['runs']> {
  const { data } = await client.query({
    query: HistoryCursorsDocument,
    variables: { first: STRIDE, after, filter },
    fetchPolicy: 'no-cache',
  })
  if (!data) throw new Error('The list of runs came back empty.')
  return data.runs
}

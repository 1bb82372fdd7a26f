import type { ApolloCache, Reference } from '@apollo/client'

interface CachedList {
  edges?: readonly { node?: Reference }[]
  totalCount?: number
}

/** Lets go of every list of runs; whoever shows one asks the server again. */
export function forgetRunLists(cache: ApolloCache): void {
  cache.evict({ id: 'ROOT_QUERY', fieldName: 'runs' })
}

/** Takes a run out of every list that holds it. */
export function removeFromRunLists(cache: ApolloCache, runId: string): void {
  cache.modify<{ runs: CachedList }>({
    id: 'ROOT_QUERY',
    fields: {
      runs: (list, { readField }) => {
        // The lists are references and plain objects here, whatever their type says.
        const known = list as CachedList
        const edges = known.edges?.filter(({ node }) => !node || readField('id', node) !== runId) ?? []
        const gone = (known.edges?.length ?? 0) - edges.length
        return { ...known, edges, ...(known.totalCount === undefined ? {} : { totalCount: known.totalCount - gone }) }
      },
    },
  })
}

import type { ApolloCache, Reference } from '@apollo/client'

interface CachedList {
  edges: readonly { node: Reference }[]
  totalCount?: number
}

/** Lets go of every list of models; whoever shows one asks the server again. */
export function forgetModelLists(cache: ApolloCache): void {
  cache.evict({ id: 'ROOT_QUERY', fieldName: 'models' })
}

/** Takes a model out of every list that holds it. */
export function removeFromModelLists(cache: ApolloCache, modelId: string): void {
  cache.modify<{ models: CachedList }>({
    id: 'ROOT_QUERY',
    fields: {
      models: (list, { readField }) => {
        // The lists are references and plain objects here, whatever their type says.
        const known = list as CachedList
        const edges = known.edges.filter(({ node }) => readField('id', node) !== modelId)
        const gone = known.edges.length - edges.length
        return { ...known, edges, ...(known.totalCount === undefined ? {} : { totalCount: known.totalCount - gone }) }
      },
    },
  })
}

import type { ApolloCache, Reference } from '@apollo/client'

interface CachedList {
  edges: readonly { node: Reference }[]
  totalCount?: number
}

/** Lets go of every list of prompts and of the tags; whoever shows one asks the server again. */
export function forgetPromptLists(cache: ApolloCache): void {
  cache.evict({ id: 'ROOT_QUERY', fieldName: 'prompts' })
  cache.evict({ id: 'ROOT_QUERY', fieldName: 'promptTags' })
}

/** Takes a prompt out of every list that holds it. */
export function removeFromPromptLists(cache: ApolloCache, promptId: string): void {
  cache.modify<{ prompts: CachedList }>({
    id: 'ROOT_QUERY',
    fields: {
      prompts: (list, { readField }) => {
        // The lists are references and plain objects here, whatever their type says.
        const known = list as CachedList
        const edges = known.edges.filter(({ node }) => readField('id', node) !== promptId)
        const gone = known.edges.length - edges.length
        return { ...known, edges, ...(known.totalCount === undefined ? {} : { totalCount: known.totalCount - gone }) }
      },
    },
  })
}

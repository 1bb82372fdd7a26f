import possibleTypes from '@/__generated__/possible-types'
import { fetchKeepingSeeds } from '@/app/exact-seeds'
import { createSessionLink } from '@/app/session-link'
import { createSocketLink } from '@/app/socket-link'
import { session } from '@/lib/session/session'
import {
  ApolloClient,
  ApolloLink,
  HttpLink,
  InMemoryCache,
  type FieldMergeFunction,
  type StoreObject,
} from '@apollo/client'
import { relayStylePagination } from '@apollo/client/utilities'
import { OperationTypeNode } from 'graphql'

/** Lanes have no ids: they are one another's successors by position, so that a narrow list of them does not empty a full one. */
const mergeByPosition: FieldMergeFunction<StoreObject[], StoreObject[]> = (existing, incoming, { mergeObjects }) =>
  incoming.map((item, position) => {
    const known = existing?.[position]
    return known ? mergeObjects(known, item) : item
  })

function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes: possibleTypes.possibleTypes,
    typePolicies: {
      Query: {
        fields: {
          models: relayStylePagination(['filter']),
          modelServers: relayStylePagination(),
          prompts: relayStylePagination(['filter', 'orderBy']),
          users: relayStylePagination(['filter']),
          // The lists of the caller's own are short, and always whole.
          sessions: { merge: false },
          promptTags: { merge: false },
          apiTokens: { merge: false },
          // The history shows one page at a time, so that pages stand apart.
          runs: { keyArgs: ['filter', 'first', 'after'], merge: false },
        },
      },
      Prompt: { fields: { labelHistory: relayStylePagination(), labels: { merge: false }, usage: { merge: true } } },
      PromptVersion: { fields: { parameters: { merge: false }, usage: { merge: true } } },
      Run: { fields: { lanes: { merge: mergeByPosition }, parameters: { merge: true } } },
      Result: {
        fields: {
          lane: { merge: true },
          modelSnapshot: { merge: true },
          timings: { merge: true },
          usage: { merge: true },
        },
      },
      Lane: { keyFields: false, fields: { modelSnapshot: { merge: true }, parameters: { merge: true } } },
      Model: { fields: { metadata: { merge: true }, health: { merge: true } } },
      ModelServer: { fields: { health: { merge: true }, load: { merge: true }, maintenance: { merge: true } } },
    },
  })
}

export function createApolloClient(): ApolloClient {
  return new ApolloClient({
    cache: createCache(),
    dataMasking: true,
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      createSocketLink(session),
      ApolloLink.from([createSessionLink(session), new HttpLink({ uri: '/graphql', fetch: fetchKeepingSeeds })]),
    ),
  })
}

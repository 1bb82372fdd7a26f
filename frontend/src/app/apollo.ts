import possibleTypes from '@/__generated__/possible-types'
import { connection } from '@/lib/connection'
import {
  ApolloClient,
  ApolloLink,
  HttpLink,
  InMemoryCache,
  type FieldMergeFunction,
  type StoreObject,
} from '@apollo/client'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { relayStylePagination } from '@apollo/client/utilities'
import { OperationTypeNode } from 'graphql'
import { createClient } from 'graphql-ws'

const NORMAL_CLOSURE = 1000
const LONGEST_WAIT_MS = 10_000

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
          prompts: relayStylePagination(['filter']),
          // The history shows one page at a time, so that pages stand apart.
          runs: { keyArgs: ['filter', 'first', 'after'], merge: false },
        },
      },
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
      Model: { fields: { metadata: { merge: true } } },
    },
  })
}

/** The websocket: opened by the first subscription, sought again for ever with growing pauses. */
function createSocketLink(): GraphQLWsLink {
  const url = new URL('/graphql-ws', window.location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return new GraphQLWsLink(
    createClient({
      url: url.href,
      keepAlive: 15_000,
      // The next run finds the socket open, and so misses none of its first tokens.
      lazyCloseTimeout: 120_000,
      retryAttempts: Infinity,
      shouldRetry: () => true,
      retryWait: (retries) => pause(Math.min(LONGEST_WAIT_MS, 250 * 2 ** retries) * (0.75 + Math.random() / 2)),
      on: {
        connected: () => connection.set('open'),
        closed: (event) => connection.set((event as CloseEvent).code === NORMAL_CLOSURE ? 'idle' : 'lost'),
      },
    }),
  )
}

export function createApolloClient(): ApolloClient {
  return new ApolloClient({
    cache: createCache(),
    dataMasking: true,
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      createSocketLink(),
      new HttpLink({ uri: '/graphql' }),
    ),
  })
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

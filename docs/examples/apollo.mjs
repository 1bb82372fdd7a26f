// Apollo Client: queries and mutations by HTTP, subscriptions by websocket, and a reducer for the events.
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { createClient } from 'graphql-ws'
import WebSocket from 'ws' // a browser has its own

const url = process.env.ASSAY_URL ?? 'http://localhost:8080'
const token = process.env.ASSAY_TOKEN
const credentials = token ? { authorization: `Bearer ${token}` } : {}

const socket = createClient({
  url: url.replace('http', 'ws') + '/graphql-ws',
  webSocketImpl: WebSocket,
  connectionParams: credentials,
})
const client = new ApolloClient({
  cache: new InMemoryCache({
    possibleTypes: { RunEvent: ['RunSnapshot', 'TextAppended', 'ResultChanged', 'ResultFinished', 'RunFinished'] },
  }),
  link: ApolloLink.split(
    ({ operationType }) => operationType === 'subscription',
    new GraphQLWsLink(socket),
    new HttpLink({ uri: `${url}/graphql`, headers: credentials }),
  ),
})

const MODELS = gql`
  query Models {
    models(first: 4) {
      nodes {
        id
        name
      }
    }
  }
`
const START = gql`
  mutation Start($input: StartRunInput!) {
    startRun(input: $input) {
      id
    }
  }
`
const EVENTS = gql`
  fragment ResultState on Result {
    id
    status
    text
    modelSnapshot {
      name
    }
  }
  subscription Events($runId: ID!) {
    runEvents(runId: $runId) {
      sequence
      ... on RunSnapshot {
        run {
          id
          status
          results {
            ...ResultState
          }
        }
      }
      ... on TextAppended {
        resultId
        kind
        text
      }
      ... on ResultChanged {
        result {
          ...ResultState
        }
      }
      ... on ResultFinished {
        result {
          ...ResultState
        }
      }
      ... on RunFinished {
        run {
          id
          status
          results {
            ...ResultState
          }
        }
      }
    }
  }
`

/** The state after an event. A snapshot replaces everything; of the rest, what was seen already is dropped. */
function reduce(state, event) {
  if (event.__typename === 'RunSnapshot' || event.__typename === 'RunFinished') return fromRun(event)
  if (event.sequence <= state.sequence) return state
  const results = new Map(state.results)
  if (event.__typename === 'TextAppended') {
    const result = results.get(event.resultId)
    if (event.kind === 'ANSWER') results.set(result.id, { ...result, text: result.text + event.text })
  } else {
    results.set(event.result.id, event.result)
  }
  return { ...state, sequence: event.sequence, results }
}

function fromRun({ sequence, run }) {
  return { sequence, status: run.status, results: new Map(run.results.map((result) => [result.id, result])) }
}

const { data } = await client.query({ query: MODELS })
const modelIds = data.models.nodes.map(({ id }) => id)
const started = await client.mutate({
  mutation: START,
  variables: { input: { modelIds, userMessage: 'Why is the sky blue?' } },
})

// `no-cache`: the reducer holds the run. Writing every token to the cache would cost thirty times as much.
const events = client.subscribe({
  query: EVENTS,
  variables: { runId: started.data.startRun.id },
  fetchPolicy: 'no-cache',
})
let state
await new Promise((resolve, reject) => {
  events.subscribe({
    next: ({ data, error }) => (error ? reject(error) : (state = reduce(state, data.runEvents))),
    error: reject,
    complete: resolve,
  })
})

console.log(state.status)
for (const { modelSnapshot, status, text } of state.results.values()) {
  console.log(`\n${modelSnapshot.name}: ${status}\n${text}`)
}
await socket.dispose()

// Starts a run and prints its answer as it arrives. A lost connection is taken up where it broke.
import { createClient } from 'graphql-ws'
import WebSocket from 'ws'

const url = process.env.ASSAY_URL ?? 'http://localhost:8080'
const token = process.env.ASSAY_TOKEN
const credentials = token ? { authorization: `Bearer ${token}` } : {}

async function ask(query, variables) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { ...credentials, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = await response.json()
  if (errors) throw new Error(`${errors[0].extensions.code}: ${errors[0].message}`)
  return data
}

const name = process.argv[2] ?? 'Swift 8B'
const { models } = await ask('query ($text: String) { models(first: 1, filter: { text: $text }) { nodes { id } } }', {
  text: name,
})
const { startRun } = await ask('mutation ($input: StartRunInput!) { startRun(input: $input) { id } }', {
  input: { modelIds: [models.nodes[0].id], userMessage: 'Why is the sky blue?' },
})
console.error(`${name} answers in ${url}/runs/${startRun.id}`)

const EVENTS = `subscription ($runId: ID!, $after: Int) {
  runEvents(runId: $runId, after: $after) {
    __typename
    sequence
    ... on RunSnapshot { run { results { text } } }
    ... on TextAppended { kind text }
    ... on RunFinished { run { status results { text timings { timeToFirstTokenMs tokensPerSecond } } } }
  }
}`

// By itself graphql-ws would repeat the first variables after a loss, and so begin anew with a snapshot.
const socket = createClient({
  url: url.replace('http', 'ws') + '/graphql-ws',
  webSocketImpl: WebSocket,
  connectionParams: credentials,
  retryAttempts: 0,
})

let after // the sequence of the last event; undefined before the first
let printed = ''
let finished = false

function print(text) {
  process.stdout.write(text)
  printed += text
}

function take(event) {
  after = event.sequence
  // A snapshot comes first, and whenever the server no longer remembers what came after `after`.
  if (event.__typename === 'RunSnapshot') print(event.run.results[0].text.slice(printed.length))
  if (event.__typename === 'TextAppended' && event.kind === 'ANSWER') print(event.text)
  if (event.__typename === 'RunFinished') {
    finished = true
    console.error('\n', event.run.status, event.run.results[0].timings)
  }
}

let cut = false
while (!finished) {
  try {
    for await (const { data, errors } of socket.iterate({ query: EVENTS, variables: { runId: startRun.id, after } })) {
      if (errors) throw errors
      take(data.runEvents)
      // Only to show what happens then: the connection breaks once, in the middle of the answer.
      if (!cut && printed.length > 40) {
        cut = true
        socket.terminate()
      }
    }
  } catch (problem) {
    // GraphQL errors come as a list; trying again would bring the same ones.
    if (Array.isArray(problem)) throw new Error(problem[0].message)
    console.error(`\n[lost the connection, going on after event ${after}]`)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}
await socket.dispose()

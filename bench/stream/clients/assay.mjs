// Assay, as programs use it: a mutation over HTTP, then the run's events by the graphql-ws client, a socket for each run.
import { createClient } from 'graphql-ws'
import { Agent, request } from 'undici'
import WebSocket from 'ws'
import { now } from './stream.mjs'

const START = 'mutation ($input: StartRunInput!) { startRun(input: $input) { id results { id lane { position } } } }'
const RESULT = 'id status text error { code message } timings { timeToFirstTokenMs latencyMs tokensPerSecond }'
// Of a piece of text, all that the page asks for.
const EVENTS = `subscription ($runId: ID!) {
  runEvents(runId: $runId) {
    __typename runId sequence atMs
    ... on RunSnapshot { run { id status results { ${RESULT} } } }
    ... on TextAppended { resultId text kind offset tokens }
    ... on ResultChanged { result { ${RESULT} } }
    ... on ResultFinished { result { ${RESULT} } }
    ... on RunFinished { run { id status results { ${RESULT} } } }
  }
}`

export class Assay {
  /** @param users an API token of each; runs take turns */
  constructor({ url, users, modelIds, offset = 0 }) {
    Object.assign(this, { url, users, offset })
    this.lanes = modelIds.map((modelId) => ({ modelId }))
    this.agent = new Agent({ pipelining: 1 })
    this.clients = []
    this.runs = []
  }

  async open(index) {
    const headers = { authorization: this.authorization(index) }
    const client = createClient({
      url: `${this.url.replace('http', 'ws')}/graphql-ws`,
      webSocketImpl: WebSocket,
      connectionParams: headers,
      lazy: false,
      retryAttempts: 0,
      onNonLazyError: () => {},
    })
    this.clients[index] = client
    await new Promise((resolve, reject) => {
      client.on('connected', resolve)
      client.on('closed', ({ code, reason }) => reject(new Error(`Socket closed: ${code} ${reason}`)))
      client.on('error', reject)
    })
  }

  start(index, streams) {
    for (const stream of streams) stream.started()
    this.follow(index, streams).catch((error) => streams.forEach((stream) => stream.failed(error)))
  }

  async follow(index, streams) {
    const { startRun } = await this.ask(index, START, {
      input: { lanes: this.lanes, userMessage: 'Why is the sky blue?' },
    })
    const storedAt = now()
    for (const stream of streams) stream.storedAt = storedAt
    this.runs[index] = startRun.id
    const byResult = new Map(startRun.results.map(({ id, lane }) => [id, streams[lane.position]]))
    let sequence = null
    const next = ({ data, errors }) => {
      if (errors) throw new Error(JSON.stringify(errors))
      const event = data.runEvents
      if (sequence !== null && event.__typename !== 'RunSnapshot' && event.sequence !== sequence + 1) {
        streams[0].wrong.sequence++
      }
      sequence = event.sequence
      receive(event, byResult)
    }
    await new Promise((complete, error) => {
      this.clients[index].subscribe({ query: EVENTS, variables: { runId: startRun.id } }, { next, complete, error })
    })
    for (const stream of streams) stream.failed('The run ended, and the result did not')
  }

  async cancel(index) {
    await this.ask(index, 'mutation ($id: ID!) { cancelRun(runId: $id) { id } }', { id: this.runs[index] })
  }

  /** Returns when a batch has ended. */
  async followBatch(batchId) {
    let last = null
    const next = ({ data }) => (last = data.batchEvents.__typename)
    const query = 'subscription ($id: ID!) { batchEvents(batchId: $id) { __typename sequence } }'
    await new Promise((complete, error) => {
      this.clients[0].subscribe({ query, variables: { id: batchId } }, { next, complete, error })
    })
    if (last !== 'BatchFinished') throw new Error(`The batch's last event was ${last}`)
  }

  async ask(index, query, variables) {
    const { body } = await request(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: this.authorization(index) },
      body: JSON.stringify({ query, variables }),
      dispatcher: this.agent,
    })
    const { data, errors } = await body.json()
    if (errors) throw new Error(JSON.stringify(errors))
    return data
  }

  authorization(index) {
    return `Bearer ${this.users[(this.offset + index) % this.users.length]}`
  }

  async close() {
    await Promise.all(this.clients.map((client) => client.dispose()))
    await this.agent.destroy()
  }
}

function receive(event, byResult) {
  switch (event.__typename) {
    case 'TextAppended':
      byResult.get(event.resultId).take(event.text)
      break
    case 'RunSnapshot':
      for (const { id, text } of event.run.results) if (text) byResult.get(id).snapshot(text)
      break
    case 'RunFinished':
      // What had ended before the subscription began has no event of its own.
      for (const result of event.run.results) finish(byResult.get(result.id), result)
      break
    case 'ResultFinished':
      finish(byResult.get(event.result.id), event.result)
      break
    default:
  }
}

function finish(stream, result) {
  if (result.status === 'COMPLETED') stream.ended()
  else stream.failed(`${result.status} ${result.error?.code}: ${result.error?.message}`)
}

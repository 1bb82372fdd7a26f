import type { APIRequestContext } from '@playwright/test'

/** Asks the service directly, past the page: what it says is what the page must show. */
export async function ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const response = await fetch(`${process.env.ASSAY_URL}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  return dataOf((await response.json()) as Answer<Data>)
}

/** As `ask`, with the cookies of a browser. */
export async function askAs<Data>(browser: APIRequestContext, query: string, variables = {}): Promise<Data> {
  const response = await browser.post('/graphql', { data: { query, variables } })
  return dataOf((await response.json()) as Answer<Data>)
}

interface Answer<Data> {
  data: Data
  errors?: unknown
}

function dataOf<Data>({ data, errors }: Answer<Data>): Data {
  if (errors !== undefined) throw new Error(JSON.stringify(errors))
  return data
}

export interface StoredResult {
  id: string
  status: 'PENDING' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLED'
  text: string
  reasoning: string
  lane: { position: number }
}

export interface StoredRun {
  number: number
  status: StoredResult['status']
  results: StoredResult[]
}

const RUN = `query ($id: ID!) {
  run(id: $id) { number status results { id status text reasoning lane { position } } }
}`

/** A run as it is stored. */
export async function storedRun(id: string): Promise<StoredRun> {
  return (await ask<{ run: StoredRun }>(RUN, { id })).run
}

/** As `storedRun`, of whoever is signed in. */
export async function storedRunAs(browser: APIRequestContext, id: string): Promise<StoredRun> {
  return (await askAs<{ run: StoredRun }>(browser, RUN, { id })).run
}

type Ask = typeof ask

/** Starts a run of simulated models, by the names that their server gives them, and tells its id. */
export function startRun(...modelNames: string[]): Promise<string> {
  return start(ask, modelNames)
}

/** As `startRun`, of whoever is signed in. */
export function startRunAs(browser: APIRequestContext, ...modelNames: string[]): Promise<string> {
  return start((query, variables) => askAs(browser, query, variables), modelNames)
}

/** As `startRunAs`, of so many answers that most wait for their turn: it goes on for the better part of a minute. */
export function startLongRunAs(browser: APIRequestContext, modelName: string): Promise<string> {
  return start((query, variables) => askAs(browser, query, variables), [modelName], 200)
}

async function start(asking: Ask, modelNames: string[], iterations = 1): Promise<string> {
  const { models } = await asking<{ models: { nodes: { id: string; modelName: string }[] } }>(
    '{ models(first: 100) { nodes { id modelName } } }',
  )
  const modelIds = modelNames.map((name) => models.nodes.find((model) => model.modelName === name)?.id)
  const query = 'mutation ($input: StartRunInput!) { startRun(input: $input) { id } }'
  const input = { modelIds, userMessage: 'Why is the sky blue?', iterations }
  return (await asking<{ startRun: { id: string } }>(query, { input })).startRun.id
}

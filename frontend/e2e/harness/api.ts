/** Asks the service directly, past the page: what it says is what the page must show. */
export async function ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const response = await fetch(`${process.env.ASSAY_URL}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown }
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

/** A run as it is stored. */
export async function storedRun(id: string): Promise<StoredRun> {
  const query = `query ($id: ID!) {
    run(id: $id) { number status results { id status text reasoning lane { position } } }
  }`
  return (await ask<{ run: StoredRun }>(query, { id })).run
}

/** Starts a run of simulated models, by the names that their server gives them, and tells its id. */
export async function startRun(...modelNames: string[]): Promise<string> {
  const { models } = await ask<{ models: { nodes: { id: string; modelName: string }[] } }>(
    '{ models(first: 100) { nodes { id modelName } } }',
  )
  const modelIds = modelNames.map((name) => models.nodes.find((model) => model.modelName === name)?.id)
  const query = 'mutation ($input: StartRunInput!) { startRun(input: $input) { id } }'
  const input = { modelIds, userMessage: 'Why is the sky blue?' }
  return (await ask<{ startRun: { id: string } }>(query, { input })).startRun.id
}

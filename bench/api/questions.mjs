// What people ask: the four lists of the page by turns, each by one of 500 people who have different amounts of everything.
import { pageDocuments } from './documents.mjs'

const USERS = 500
const PAGE = 20
const IDS = 'query($first: Int!) { runs(first: $first) { edges { cursor node { id } } } }'

export const KINDS = ['models', 'runs', 'run', 'prompts']

export async function questions(url) {
  const documents = pageDocuments('Models', 'History', 'Run', 'Prompts')
  const people = []
  for (let number = 0; number < USERS; number++) people.push(await person(url, number))
  const withRuns = people.filter(({ runs }) => runs.length > 0)
  const random = mulberry(20_261_130)
  const one = (list) => list[Math.floor(random() * list.length)]
  return (number) => {
    const kind = KINDS[number % KINDS.length]
    const { headers, runs } = one(kind === 'run' ? withRuns : people)
    const run = one(runs)
    const ask = (name, variables) => JSON.stringify({ operationName: name, variables, query: documents[name] })
    const body = {
      models: () => ask('Models', { first: 100 }),
      // Every fourth looks further back.
      runs: () => ask('History', { first: PAGE, filter: {}, after: random() < 0.25 ? run?.cursor : undefined }),
      run: () => ask('Run', { id: run.node.id }),
      prompts: () => ask('Prompts', { first: PAGE, filter: {}, orderBy: 'LAST_CHANGED' }),
    }[kind]()
    return { kind, headers, body }
  }
}

async function person(url, number) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer assay_bench_${number}` }
  const body = JSON.stringify({ query: IDS, variables: { first: 100 } })
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body })
  const { data, errors } = await response.json()
  if (errors) throw new Error(JSON.stringify(errors))
  return { headers, runs: data.runs.edges }
}

/** The same numbers each time: Mulberry32. */
function mulberry(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

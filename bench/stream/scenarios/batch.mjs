// A hundred prompts to four models, all stored, against the same four hundred calls made directly.
import { usage, used } from '../bench.mjs'
import { CORES } from '../machine.mjs'
import { script, session } from '../phase.mjs'

const PROMPTS = 100
const MODELS = 4
const TOKENS = 100
const START = 'mutation ($input: StartBatchInput!) { startBatch(input: $input) { id } }'
const PAGE = `query ($id: ID!, $after: String) { batch(id: $id) {
  runs(first: 25, after: $after) { nodes { results { status text } } pageInfo { hasNextPage endCursor } }
} }`

/** One round. The batch takes from its mutation to its last event; the calls from the first to the end of the last. */
export async function batch(bench, { say }) {
  const direct = await directly(bench)
  const assay = await stored(bench)
  say(
    `400 answers: direct ${direct.wallMs.toFixed(0)} ms, as a batch ${assay.wallMs.toFixed(0)} ms, ${assay.complete} stored whole`,
  )
  return { direct, assay }
}

async function directly(bench) {
  const models = [script({ tokens: TOKENS })]
  const run = await session(bench, { kind: 'direct', count: PROMPTS * MODELS, tokens: TOKENS, models })
  try {
    return await timed(bench, async () => {
      await run.each('begin', () => ({ perSecond: 1e9 }))
      await run.each('ended')
    })
  } finally {
    await run.each('close')
  }
}

async function stored(bench) {
  const names = Array.from({ length: MODELS }, (_, index) => `${script({ tokens: TOKENS })}&seed=${index + 1}`)
  const modelIds = await Promise.all(names.map((name) => bench.service.model(bench.simulator.found, name)))
  const items = Array.from({ length: PROMPTS }, (_, index) => ({ message: `Why is the sky blue? (${index})` }))
  const workers = bench.workers.slice(0, 1)
  const follow = await session(bench, {
    kind: 'assay',
    count: 1,
    tokens: 1,
    models: [],
    modelIds,
    workers,
    users: [bench.service.tokens[0]],
  })
  let id
  try {
    const took = await timed(bench, async () => {
      id = (await bench.service.ask(START, { input: { items, modelIds } })).startBatch.id
      await follow.each('batch', () => ({ batchId: id }))
    })
    return { ...took, complete: await wholeAnswers(bench, id) }
  } finally {
    await follow.each('close')
  }
}

async function timed(bench, work) {
  const before = usage(bench)
  const from = performance.now()
  await work()
  const wallMs = performance.now() - from
  return { wallMs, spent: used(before, usage(bench), CORES) }
}

/** How many answers are stored with every token in its place. */
async function wholeAnswers(bench, id) {
  let [whole, after] = [0, null]
  do {
    const { runs } = (await bench.service.ask(PAGE, { id, after })).batch
    whole += runs.nodes.flatMap(({ results }) => results).filter(isWhole).length
    after = runs.pageInfo.hasNextPage ? runs.pageInfo.endCursor : null
  } while (after !== null)
  return whole
}

function isWhole({ status, text }) {
  const tokens = text.split(' ').slice(0, -1)
  return (
    status === 'COMPLETED' &&
    tokens.length === TOKENS &&
    tokens.every((token, index) => token.split(':')[1] === String(index))
  )
}

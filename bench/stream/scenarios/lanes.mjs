// Several lanes in one run: whether they wait for each other, and whether a dead one disturbs the others.
import { setTimeout as sleep } from 'node:timers/promises'
import { usage, used } from '../bench.mjs'
import { CORES } from '../machine.mjs'
import { monotonicMs, script, session } from '../phase.mjs'
import { freePort } from '../../process.mjs'
import { spread } from '../statistics.mjs'

const RUNS = 20
const TOKENS = 250
/** After so many tokens a lane breaks off or falls silent, well within what is watched. */
const DIES_AT = 75
const SETTLE_MS = 500

/** One round: one lane and four lanes in turn, so many times. The time of a run is that of its slowest lane. */
export async function lanes(bench, { times, say }) {
  const good = script({ tokens: 5, gap: 5, ttft: 20 })
  const options = { kind: 'assay', count: 1, tokens: 5, workers: bench.workers.slice(0, 1) }
  const sessions = [
    await session(bench, { ...options, models: [good] }),
    await session(bench, { ...options, lanes: 4, models: Array(4).fill(good) }),
  ]
  try {
    const before = usage(bench)
    const took = await bench.workers[0].call('alternate', { sessions: sessions.map(({ name }) => name), times })
    const spent = used(before, usage(bench), CORES)
    const [one, four] = took.map((runs) => spread(runs.map(({ ttft }) => Math.max(...ttft))))
    say(`slowest lane's TTFT p50: one lane ${one.p50.toFixed(2)} ms, four lanes ${four.p50.toFixed(2)} ms`)
    return { one: { spent, ttft: one }, four: { spent, ttft: four } }
  } finally {
    for (const each of sessions) await each.each('close')
  }
}

/** One round: runs of four lanes; the fourth lives, is refused, hangs or breaks off, and the other three are watched. */
export async function deadLane(bench, { say }) {
  const good = script({ tokens: TOKENS, ttft: 100 })
  const faulty = (fault) => ({
    model: `${script({ tokens: TOKENS, ttft: 100 })}&fault=${fault}&at=${DIES_AT}`,
    // Another address is another server to Assay: what it thinks of the dead one says nothing of the others'.
    baseUrl: bench.simulator.found.replace('127.0.0.1', 'localhost'),
  })
  const fourth = {
    alive: { model: good, baseUrl: bench.simulator.found },
    refused: { model: good, baseUrl: `http://127.0.0.1:${await freePort()}/v1` },
    hanging: faulty('stall'),
    broken: faulty('reset'),
  }
  // The first is the coldest, and counts for nothing.
  await beside(bench, good, fourth.alive)
  const round = {}
  for (const [name, model] of Object.entries(fourth)) round[name] = await beside(bench, good, model)
  const told = Object.entries(round).map(([name, { itl }]) => `${name} ${itl.p99.toFixed(2)}`)
  say(`three lanes' p99 ITL beside a fourth, ms: ${told.join(', ')}`)
  return round
}

async function beside(bench, good, fourth) {
  const own = await bench.service.model(fourth.baseUrl, fourth.model)
  const modelIds = [...Array(3).fill(await bench.service.model(bench.simulator.found, good)), own]
  const run = await session(bench, { kind: 'assay', count: RUNS, lanes: 4, tokens: TOKENS, models: [], modelIds })
  const watched = [0, 1, 2]
  try {
    const before = usage(bench)
    await run.each('begin', (share) => ({ perSecond: 50 * share, watched }))
    const window = { from: monotonicMs() + SETTLE_MS, to: Infinity }
    await run.each('ended', () => ({ watched }))
    const spent = used(before, usage(bench), CORES)
    const parts = await run.each('collect', () => ({ window, watched }))
    const sum = (name) => parts.reduce((all, part) => all + part[name], 0)
    return { spent, itl: spread(...parts.map(({ gaps }) => gaps)), lost: sum('lost'), failed: sum('failed') }
  } finally {
    await run.each('cancel')
    await sleep(300)
    await run.each('close')
  }
}

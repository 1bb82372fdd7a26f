// One measurement: so many streams of one kind, started at a steady rate, watched while all of them stream, read to their ends.
import { setTimeout as sleep } from 'node:timers/promises'
import { usage, used } from './bench.mjs'
import { CORES, rssMb } from './machine.mjs'
import { spread } from './statistics.mjs'

export const GAP_MS = 20
/** What a stream has to keep to count for goodput: a first token well within a second, and nine tenths of the pace. */
export const SLO = { ttftMs: 400, tpotMs: 22 }
const SETTLE_MS = 500
const COUNTS = ['tokens', 'throughout', 'seen', 'lost', 'doubled', 'reordered', 'foreign', 'sequence', 'failed']
let sessions = 0

/** A script of the simulator whose tokens carry their stream, index and time. */
export const script = ({ tokens, gap = GAP_MS, ttft = 200 }) =>
  `sim?text=stamps&tokens=${tokens}&gap=${gap}ms&ttft=${ttft}ms`

/**
 * Measures. Every stream has as many tokens as it takes for the first of them to outlast the window.
 *
 * @param perSecond how many streams begin in a second
 * @param windowMs how long is measured once all have begun and settled
 * @param during what else to do in the window
 */
export async function phase(bench, { kind, streams, perSecond, windowMs, during = async () => {} }) {
  const rampMs = (streams / perSecond) * 1000
  const tokens = Math.ceil((rampMs + 2 * SETTLE_MS + windowMs) / GAP_MS)
  const model = script({ tokens })
  const run = await session(bench, { kind, count: streams, tokens, models: [model] })
  try {
    await run.each('begin', (share) => ({ perSecond: perSecond * share }))
    await sleep(SETTLE_MS)
    const before = usage(bench)
    const from = monotonicMs()
    await Promise.all([sleep(windowMs), during()])
    const to = monotonicMs()
    const spent = used(before, usage(bench), CORES)
    const memory = { assay: rssMb(bench.service.pid), relay: rssMb(bench.relay.pid) }
    await run.each('ended')
    return {
      kind,
      streams,
      spent,
      memory,
      ...summary(await run.each('collect', () => ({ window: { from, to } })), spent),
    }
  } finally {
    await run.each('close')
  }
}

/** Streams that are shared out among the processes of clients. */
export async function session(bench, { kind, count, models, workers = bench.workers, ...options }) {
  const name = ++sessions
  const modelIds =
    kind === 'assay' ? await Promise.all(models.map((model) => bench.service.model(bench.simulator.found, model))) : []
  const users = bench.service.tokens
  const parts = workers.map((worker, index) => ({
    worker,
    offset: Math.floor((count * index) / workers.length),
    count: Math.floor((count * (index + 1)) / workers.length) - Math.floor((count * index) / workers.length),
  }))
  const each = (call, more = () => ({})) =>
    Promise.all(parts.map(({ worker, ...part }) => worker.call(call, { session: name, ...more(part.count / count) })))
  const common = {
    session: name,
    kind,
    model: models[0],
    modelIds,
    baseUrl: bench.simulator.found,
    relayUrl: bench.relay.found,
    url: bench.service.url,
    users,
    ...options,
  }
  await Promise.all(parts.map(({ worker, ...part }) => worker.call('open', { ...common, ...part })))
  return { name, each }
}

function summary(parts, { ms, cpu }) {
  const counts = Object.fromEntries(COUNTS.map((name) => [name, parts.reduce((sum, part) => sum + part[name], 0)]))
  const all = (name) => spread(...parts.map((part) => part[name]))
  const perToken = (name) => (counts.tokens === 0 ? NaN : (cpu[name] * 1000) / counts.tokens)
  return {
    ...counts,
    reasons: parts.flatMap(({ reasons }) => reasons),
    tokensPerSecond: counts.tokens / (ms / 1000),
    usPerToken: Object.fromEntries(Object.keys(cpu).map((name) => [name, perToken(name)])),
    itl: all('gaps'),
    itlWhole: all('allGaps'),
    transit: all('transit'),
    ttft: all('ttft'),
    e2e: all('e2e'),
    tpot: all('tpot'),
    goodput: goodput(parts),
  }
}

/** In percent of the streams. */
function goodput(parts) {
  const streams = parts.flatMap(({ ttft, tpot }) => [...ttft].map((first, index) => ({ first, pace: tpot[index] })))
  const good = streams.filter(({ first, pace }) => first <= SLO.ttftMs && pace <= SLO.tpotMs)
  return (100 * good.length) / streams.length
}

/** CLOCK_MONOTONIC in milliseconds, as the clients note it. */
export function monotonicMs() {
  return Number(process.hrtime.bigint()) / 1e6
}

// The stream bench: see ../README.md. Usage: run [quick|full] [--only names] [--rounds n] [--clients n] [--out folder] [--jfr]
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startBench } from './bench.mjs'
import { exitCode, goals } from './goals.mjs'
import { describe } from './machine.mjs'
import { SLO } from './phase.mjs'
import { FLAGS, ROOT } from './processes.mjs'
import { recorder } from './recording.mjs'
import { markdown } from './report.mjs'
import { batch } from './scenarios/batch.mjs'
import { idle } from './scenarios/idle.mjs'
import { deadLane, lanes } from './scenarios/lanes.mjs'
import { single } from './scenarios/single.mjs'
import { streams, warmUp } from './scenarios/streams.mjs'

const MODES = {
  quick: {
    rounds: 1,
    windowMs: 4_000,
    times: 40,
    warm: { load: 200, windowMs: 4_000, most: 3, times: 20 },
    only: 'single,streams-200,streams-1000',
  },
  full: {
    rounds: 3,
    windowMs: 8_000,
    times: 300,
    warm: { load: 200, windowMs: 8_000, most: 10, times: 200 },
    only: '',
  },
}
const LOADS = [200, 600, 1000]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    rounds: { type: 'string' },
    clients: { type: 'string', default: '2' },
    out: { type: 'string', default: join(ROOT, 'bench/results') },
    jfr: { type: 'boolean', default: false },
  },
})
const mode = positionals[0] ?? 'quick'
if (!(mode in MODES)) throw new Error(`There is no mode ${mode}; there are ${Object.keys(MODES).join(' and ')}`)
const { windowMs, times, warm, ...plan } = MODES[mode]
const rounds = Number(values.rounds ?? plan.rounds)
const only = (values.only ?? plan.only).split(',').filter(Boolean)
const say = (text) => console.error(text)

const commit = git('rev-parse', 'HEAD') + (git('status', '--porcelain') ? ' with changes' : '')
const bench = await startBench({ clients: Number(values.clients) })
const results = {}
let warmth
try {
  const recording = recorder(bench, values.jfr, values.out)
  const scenarios = {
    single: () => single(bench, { times, say }),
    ...Object.fromEntries(
      LOADS.map((load) => [`streams-${load}`, () => streams(bench, { load, windowMs, recording, say })]),
    ),
    lanes: () => lanes(bench, { times: Math.ceil(times / 2), say }),
    dead: () => deadLane(bench, { say }),
    batch: () => batch(bench, { say }),
    idle: () => idle(bench, { say }),
  }
  const unknown = only.filter((name) => !(name in scenarios))
  if (unknown.length > 0) throw new Error(`There is no ${unknown}; there are ${Object.keys(scenarios).join(', ')}`)
  warmth = await warmUp(bench, { ...warm, say })
  await single(bench, { times: warm.times, say })
  for (let round = 1; round <= rounds; round++) {
    for (const [name, scenario] of Object.entries(scenarios)) {
      if (only.length > 0 && !only.includes(name)) continue
      results[name] = [...(results[name] ?? []), await scenario()]
    }
  }
} finally {
  await bench.stop()
}

const about = {
  commit,
  date: new Date().toISOString(),
  mode: process.argv.slice(2).join(' ') || mode,
  machine: describe(),
  clients: Number(values.clients),
  flags: FLAGS,
  slo: SLO,
  warmUp:
    `${warmth.times} times ${warm.load} streams of each way at once, until the JVMs' compilers took ${warmth.percent.toFixed(0)} % of a core; ` +
    `then ${warm.times} single ones of each`,
  leastTransitMs: leastTransit(results),
}
const judged = goals(results)
mkdirSync(values.out, { recursive: true })
writeFileSync(join(values.out, 'stream.json'), `${JSON.stringify({ about, goals: judged, results }, rounded, 2)}\n`)
writeFileSync(join(values.out, 'stream.md'), markdown({ about, goals: judged, results }))
for (const { name, unit, most, value, verdict } of judged)
  say(`${verdict.padEnd(8)} ${name}: ${value.toFixed(2)} ${unit} (at most ${most})`)
process.exitCode = exitCode(judged)

/** Both clocks are one where no token arrives before it was sent, and one arrives soon after. */
function leastTransit(all) {
  const phases = Object.values(all)
    .flat()
    .flatMap((round) => Object.values(round))
  const least = Math.min(...phases.map(({ transit }) => transit?.least ?? Infinity))
  if (least < 0 || (least > 50 && Number.isFinite(least)))
    throw new Error(`Stamps and clients do not share a clock: ${least} ms`)
  return least
}

function git(...args) {
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim()
}

function rounded(_, value) {
  return typeof value === 'number' ? Math.round(value * 1000) / 1000 : value
}

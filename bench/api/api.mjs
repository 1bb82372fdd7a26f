// How fast the page's four lists are answered at a fixed rate, by the packaged service as a process of its own with sign-in on.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { machine } from '../frames/machine.mjs'
import { family, residentMb, watchCpu } from '../cpu.mjs'
import { freePort } from '../process.mjs'
import { startDatabase } from '../start/database.mjs'
import { ROOT, aotCache, commit, javaOf, jvmOptions, spawnJar } from '../start/jar.mjs'
import { load, saturate } from './load.mjs'
import { KINDS, questions } from './questions.mjs'
import { markdown } from './report.mjs'

const GOALS_MS = { ordinary: 10, million: 20 }
const QUIET_CORES = 0.15
const ROUNDS = 3
const WARM_UP_S = 40
const SATURATED_S = 10

const [folder, rate = '1000', seconds = '20', sizes = 'ordinary,million'] = process.argv.slice(2)
const described = machine()
const measured = {}
for (const size of sizes.split(',')) measured[size] = await measure(join(folder, size))

const isQuiet = Object.values(measured).every(({ rounds }) => median(rounds.map((one) => one.coresOfOthers)) <= QUIET_CORES)
const result = { rate: Number(rate), seconds: Number(seconds), goalsMs: GOALS_MS, commit: commit(), machine: described, isQuiet, sizes: {} }
result.date = new Date().toISOString().slice(0, 10)
for (const [size, { rounds, ...others }] of Object.entries(measured)) result.sizes[size] = { ...summary(rounds), ...others, rounds }
const results = join(ROOT, 'bench/results')
mkdirSync(results, { recursive: true })
writeFileSync(join(results, 'api.json'), JSON.stringify(result, null, 2) + '\n')
writeFileSync(join(results, 'api.md'), markdown(result))
const isMet = Object.entries(result.sizes).every(
  ([size, { kinds, errors }]) => errors === 0 && KINDS.every((kind) => kinds[kind].p95 <= GOALS_MS[size]),
)
if (!isQuiet) console.error('The machine is too busy with other things to judge.')
process.exitCode = isQuiet && isMet ? 0 : 1

async function measure(data) {
  const database = await startDatabase(data)
  const home = mkdtempSync(join(tmpdir(), 'assay-api-'))
  const service = await start(database, home)
  try {
    const next = await questions(service.url)
    await saturate({ url: service.url, seconds: WARM_UP_S, next })
    const most = await saturated(service, database, next)
    console.error(`At most ${most.rate.toFixed(0)} requests a second`, most.cpuMsPerRequest)
    const rounds = []
    for (let round = 0; round < ROUNDS; round++) rounds.push(await oneRound(service, database, next))
    return { most, rounds, rssMb: residentMb(service.child.pid), counts: await counts(service.url) }
  } finally {
    await service.stop()
    await database.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

async function start(database, home) {
  const cache = aotCache()
  const own = (process.env.BENCH_JVM ?? '').split(' ').filter((option) => option)
  const options = [...jvmOptions(), ...(cache && !own.length ? [`-XX:AOTCache=${cache}`] : []), ...own]
  // Sign-in is on; nobody signs in meanwhile, so its provider need not be there.
  const environment = { DATABASE_URL: database.url, OIDC_ISSUER: 'http://127.0.0.1:9', RATE_LIMIT_PER_MINUTE: '0' }
  const service = spawnJar({ java: javaOf(), options, port: await freePort(), folder: home, environment })
  for (let waited = 0; !(await isHealthy(service.url)); waited += 100) {
    if (service.child.exitCode !== null || waited > 60_000) throw new Error('The service did not start.')
    await sleep(100)
  }
  return service
}

async function isHealthy(url) {
  try {
    return (await fetch(`${url}/health`)).ok
  } catch {
    return false
  }
}

function watch(service, database) {
  return watchCpu({
    service: () => [service.child.pid],
    postgresql: () => family(database.postmaster),
    generator: () => [process.pid],
  })
}

/** How much the machine can do, and what a request costs then. */
async function saturated(service, database, next) {
  const cpu = watch(service, database)
  const reached = await saturate({ url: service.url, seconds: SATURATED_S, next })
  const { spent } = cpu()
  return { rate: reached, cpuMsPerRequest: each(spent, (ms) => ms / (reached * SATURATED_S)) }
}

async function oneRound(service, database, next) {
  const cpu = watch(service, database)
  const { kinds, errors, count, rate: achieved } = await load({ url: service.url, rate: Number(rate), seconds: Number(seconds), next })
  const { spent, coresOfOthers } = cpu()
  if (errors.length) console.error(`${errors.length} errors, the first: ${errors[0]}`)
  return {
    kinds: Object.fromEntries(KINDS.map((kind) => [kind, percentiles(kinds[kind])])),
    errors: errors.length,
    rate: achieved,
    cpuMsPerRequest: each(spent, (ms) => ms / count),
    coresOfOthers,
  }
}

/** From the service itself, as its last caller's. */
async function counts(url) {
  const headers = { 'content-type': 'application/json', authorization: 'Bearer assay_bench_0' }
  const body = JSON.stringify({ query: '{ models { totalCount } runs { totalCount } prompts { totalCount } }' })
  const { data } = await (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).json()
  return Object.fromEntries(Object.entries(data).map(([name, { totalCount }]) => [name, totalCount]))
}

function each(values, change) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]))
}

function percentiles(times) {
  const sorted = Float64Array.from(times).sort()
  const at = (share) => sorted[Math.ceil(sorted.length * share) - 1]
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1), count: sorted.length }
}

/** The medians of the rounds; errors are summed. */
function summary(rounds) {
  const of = (pick) => median(rounds.map(pick))
  const all = (names, pick) => Object.fromEntries(names.map((name) => [name, of((round) => pick(round)[name])]))
  return {
    kinds: Object.fromEntries(KINDS.map((kind) => [kind, all(['p50', 'p95', 'p99', 'max'], (round) => round.kinds[kind])])),
    errors: rounds.reduce((sum, round) => sum + round.errors, 0),
    rate: of((round) => round.rate),
    cpuMsPerRequest: all(['service', 'postgresql', 'generator'], (round) => round.cpuMsPerRequest),
    coresOfOthers: of((round) => round.coresOfOthers),
  }
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

// How long the packaged service takes from its exec to its first answers, with the AOT cache and without, by turns.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { watchCpu, family } from '../cpu.mjs'
import { machine } from '../frames/machine.mjs'
import { startDatabase } from './database.mjs'
import { freePort } from '../process.mjs'
import { ROOT, aotCache, commit, javaOf, jvmOptions, spawnJar } from './jar.mjs'
import { markdown } from './report.mjs'

const GOAL_MS = 1_000
const QUIET_CORES = 0.15
const LOOK_MS = 10
const GIVE_UP_MS = 60_000
const QUERY = JSON.stringify({ query: '{ viewer { id } }' })

const starts = Number(process.argv[2] ?? 10)
const cache = aotCache()
if (!cache) throw new Error('There is no AOT cache. Run ./assay --build; target/assay-build.log says why it was not made.')
const ways = { 'with the cache': [`-XX:AOTCache=${cache}`], 'without it': ['-XX:AOTMode=off'] }

const looked = (process.env.BENCH_JVM ?? '').split(' ').filter((option) => option)
const folder = mkdtempSync(join(tmpdir(), 'assay-start-'))
const java = javaOf()
const described = machine()
const database = await startDatabase(join(folder, 'database'))
const measured = Object.fromEntries(Object.keys(ways).map((way) => [way, []]))
try {
  // The first makes the tables; it counts for nothing.
  await start([])
  for (let round = 0; round < starts; round++) {
    const order = Object.keys(ways)
    for (const way of round % 2 ? order.reverse() : order) measured[way].push(await start(ways[way]))
  }
} finally {
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}

const result = {
  goalMs: GOAL_MS,
  starts,
  commit: commit(),
  machine: described,
  date: new Date().toISOString().slice(0, 10),
  ways: Object.fromEntries(Object.entries(measured).map(([way, all]) => [way, summary(all)])),
}
result.isQuiet = Object.values(result.ways).every(({ coresOfOthers }) => coresOfOthers.median <= QUIET_CORES)
const results = join(ROOT, 'bench/results')
mkdirSync(results, { recursive: true })
writeFileSync(join(results, 'start.json'), JSON.stringify(result, null, 2) + '\n')
writeFileSync(join(results, 'start.md'), markdown(result))
const met = result.ways['with the cache'].queryMs.median <= GOAL_MS && result.ways['with the cache'].healthMs.median <= GOAL_MS
if (!result.isQuiet) console.error('The machine is too busy with other things to judge.')
process.exitCode = result.isQuiet && met ? 0 : 1

async function start(own) {
  const port = await freePort()
  const environment = { DATABASE_URL: database.url }
  let pid = null
  const cpu = watchCpu({ ours: () => [process.pid, ...family(database.postmaster), ...(pid ? [pid] : [])] })
  const began = performance.now()
  const service = spawnJar({ java, options: [...jvmOptions(), ...own, ...looked], port, folder, environment })
  pid = service.child.pid
  try {
    const [healthMs, queryMs] = await Promise.all([
      firstAnswer(service, began, { path: '/health' }, (body) => body.includes('"UP"')),
      firstAnswer(service, began, { path: '/graphql', method: 'POST' }, (body) => body.includes('"viewer":{"id"')),
    ])
    const { spent, coresOfOthers } = cpu()
    return { healthMs, queryMs, cpuMs: spent.ours, coresOfOthers }
  } finally {
    await service.stop()
    // PostgreSQL's processes of the service's connections end.
    await sleep(300)
  }
}

async function firstAnswer(service, began, { path, method = 'GET' }, isGood) {
  const agent = new Agent({ keepAlive: false })
  for (;;) {
    const body = await ask(service.url + path, method, agent)
    const ms = performance.now() - began
    if (body && isGood(body)) return ms
    if (service.child.exitCode !== null || ms > GIVE_UP_MS) throw new Error(`The service did not start: ${body}`)
    await sleep(LOOK_MS)
  }
}

function ask(url, method, agent) {
  return new Promise((resolve) => {
    const asked = request(url, { method, agent, headers: { 'content-type': 'application/json' } }, (response) => {
      let body = ''
      response.on('data', (part) => (body += part))
      response.on('end', () => resolve(response.statusCode === 200 ? body : ''))
      response.on('error', () => resolve(''))
    })
    asked.on('error', () => resolve(''))
    asked.end(method === 'POST' ? QUERY : undefined)
  })
}

function summary(all) {
  return Object.fromEntries(Object.keys(all[0]).map((name) => [name, spread(all.map((one) => one[name]))]))
}

function spread(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const round = (value) => Number(value.toFixed(value < 10 ? 2 : 0))
  return { median: round(sorted[Math.floor(sorted.length / 2)]), min: round(sorted[0]), max: round(sorted.at(-1)) }
}

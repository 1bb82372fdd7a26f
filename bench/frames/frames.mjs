// Eight lanes at 100 tokens a second in a real browser: how many frames it shows, and how long a key waits. The same page,
// idle, is measured in the same go, once with the service at rest and once while it streams such a run unseen; and the
// least page that shows such a run, which tells what the browser itself needs here. Before all of it the service streams one
// for a while, so that none of it is measured while Java compiles.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startBrowser } from './browser.mjs'
import { controlPage } from './control.mjs'
import { machine, watchCores } from './machine.mjs'
import { install, summary, take } from './probe.mjs'
import { markdown } from './report.mjs'
import { ROOT, startService } from './service.mjs'

const LANES = 8
const TOKENS_PER_SECOND = 100
const SECONDS = Number(process.argv[2] ?? 15)
const KEY_EVERY_MS = 250
const WARM_UP_MS = 2_000
/** Until the service's compilers have done with what streams a run: they take a core of the two for as long. */
const SERVICE_WARM_UP_MS = 15_000
const WINDOW = { width: 1440, height: 900 }

const around = machine()
const service = await startService()
const browser = await startBrowser(WINDOW)
try {
  const { page } = browser
  const short = await model('short', 300)
  const long = await model('long', (SECONDS + 10) * TOKENS_PER_SECOND)

  await page.open(`${service.url}/runs/${await start(short)}`, install)
  await raceEnded(page)
  const first = await start(long)
  await sleep(SERVICE_WARM_UP_MS)
  await cancel(first)
  const idle = await measure(page)
  const unseen = await start(long)
  const beside = await measure(page)
  await cancel(unseen)

  const plain = await start(long)
  await page.open(`${service.url}/health`)
  await page.until('document.readyState === "complete"')
  await page.evaluate(controlPage(plain))
  await page.until(`document.querySelectorAll('section').length === ${LANES}`)
  const control = await measure(page)
  await cancel(plain)

  const id = await start(long)
  await page.open(`${service.url}/runs/${id}`)
  await page.until(`document.querySelectorAll('article .markdown').length === ${LANES}`)
  const streaming = await measure(page, process.env.PROFILE)
  await raceEnded(page)
  const after = await measure(page)

  const result = {
    what: `${LANES} lanes of ${TOKENS_PER_SECOND} tokens a second, ${WINDOW.width} × ${WINDOW.height}`,
    machine: around,
    browser: `Chromium ${browser.version}, headless`,
    served: await served(id),
    phases: { idle, beside, control, streaming, after },
  }
  const out = join(ROOT, 'bench/results')
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'frames.json'), `${JSON.stringify(result, null, 2)}\n`)
  writeFileSync(join(out, 'frames.md'), markdown(result))
} finally {
  await browser.stop()
  await service.stop()
}

/** A simulated model that writes prose of so many tokens, one every 10 ms. */
async function model(name, tokens) {
  const { models } = await service.ask('{ models(first: 1) { nodes { endpointUrl } } }')
  const input = {
    name,
    modelName: `sim?gap=${1000 / TOKENS_PER_SECOND}ms&ttft=200ms&tokens=${tokens}&blocks=12`,
    endpointUrl: models.nodes[0].endpointUrl,
  }
  const query = 'mutation ($input: RegisterModelInput!) { registerModel(input: $input) { id } }'
  return (await service.ask(query, { input })).registerModel.id
}

async function start(modelId) {
  const lanes = Array.from({ length: LANES }, () => ({ modelId }))
  const query = 'mutation ($input: StartRunInput!) { startRun(input: $input) { id } }'
  return (
    await service.ask(query, {
      input: { lanes, userMessage: 'Why is the sky blue?' },
    })
  ).startRun.id
}

async function cancel(id) {
  await service.ask('mutation ($id: ID!) { cancelRun(runId: $id) { id } }', { id })
}

async function raceEnded(page) {
  await page.until(
    `[...document.querySelectorAll('button')].some((button) => button.textContent.includes('Run again'))`,
  )
}

/** Presses a key that does nothing, again and again, while the page notes its frames. */
async function measure(page, profile) {
  await sleep(WARM_UP_MS)
  if (profile) await page.ask('Profiler.enable')
  if (profile) await page.ask('Profiler.start')
  const busy = watchCores()
  const spent = await watchMainThread(page)
  await page.evaluate(take)
  const end = performance.now() + SECONDS * 1000
  while (performance.now() < end) {
    await page.press('Shift', 'ShiftLeft')
    await sleep(KEY_EVERY_MS)
  }
  const measured = {
    ...summary(await page.evaluate(take)),
    coresBusyPercent: busy(),
  }
  measured.mainThreadMs = await spent(measured.seconds)
  if (profile) writeFileSync(profile, JSON.stringify((await page.ask('Profiler.stop')).profile))
  return measured
}

/** How long the page's main thread was at work on a core in each second, in all and in parts: waiting for a core does not count. */
async function watchMainThread(page) {
  await page.ask('Performance.enable', { timeDomain: 'threadTicks' })
  const read = async () => {
    const { metrics } = await page.ask('Performance.getMetrics')
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value * 1000]))
  }
  const before = await read()
  return async (seconds) => {
    const after = await read()
    const of = (name) => Math.round((after[`${name}Duration`] - before[`${name}Duration`]) / seconds)
    await page.ask('Performance.disable')
    return {
      task: of('Task'),
      script: of('Script'),
      style: of('RecalcStyle'),
      layout: of('Layout'),
    }
  }
}

/** What the service itself measured of the run that was shown. */
async function served(id) {
  const query = 'query ($id: ID!) { run(id: $id) { results { timings { tokensPerSecond interTokenP99Ms } } } }'
  const { run } = await service.ask(query, { id })
  const of = (name) => run.results.map(({ timings }) => timings?.[name] ?? 0)
  return {
    tokensPerSecond: {
      min: Math.min(...of('tokensPerSecond')),
      max: Math.max(...of('tokensPerSecond')),
    },
    interTokenP99Ms: Math.max(...of('interTokenP99Ms')),
  }
}

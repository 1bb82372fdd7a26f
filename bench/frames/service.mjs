// The packaged service as a process, with data of its own, and a way to ask it.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { end, freePort } from '../process.mjs'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const JAR = process.env.JAR ?? join(ROOT, 'backend/target/assay.jar')
const START_MS = 90_000

export async function startService() {
  const data = mkdtempSync(join(tmpdir(), 'assay-frames-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const jdk = execFileSync(join(ROOT, 'assay'), ['--jdk'], { encoding: 'utf8' }).trim()
  const log = openSync(join(data, 'service.log'), 'w')
  const child = spawn(join(jdk, 'bin/java'), ['-jar', JAR], {
    cwd: data,
    env: { PATH: process.env.PATH, HOME: data, PORT: String(port), ASSAY_DATA: data, RATE_LIMIT_PER_MINUTE: '0' },
    stdio: ['ignore', log, log],
  })
  const stop = async () => {
    await end(child)
    rmSync(data, { recursive: true, force: true })
  }
  const deadline = Date.now() + START_MS
  while (!(await isHealthy(url))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop()
      throw new Error(`The service did not start. Is ${JAR} built?`)
    }
    await sleep(200)
  }
  return { url, stop, ask: (query, variables) => ask(url, query, variables) }
}

async function ask(url, query, variables) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = await response.json()
  if (errors) throw new Error(JSON.stringify(errors))
  return data
}

async function isHealthy(url) {
  try {
    return (await fetch(`${url}/health`, { headers: { accept: 'application/json' } })).ok
  } catch {
    return false
  }
}

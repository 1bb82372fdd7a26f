import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const JAR = join(ROOT, 'backend/target/assay.jar')
const LOG = join(ROOT, 'frontend/target/e2e-service.log')
const START_MS = 60_000
const STOP_MS = 15_000

/**
 * Starts the packaged service on a free port with data of its own, and tells the tests its address in ASSAY_URL.
 * With ASSAY_URL set, the service that runs there is used instead. Returns what stops it.
 */
export default async function startService(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.ASSAY_URL !== undefined) return undefined
  const data = mkdtempSync(join(tmpdir(), 'assay-e2e-'))
  const port = await freePort()
  const service = launch(port, data)
  const url = `http://localhost:${port}`
  const stop = async () => {
    await end(service)
    rmSync(data, { recursive: true, force: true })
  }
  try {
    await untilHealthy(service, url)
    if (!existsSync(join(data, 'postgresql'))) throw new Error('The service does not keep its data in ASSAY_DATA.')
  } catch (error) {
    await stop()
    throw error
  }
  process.env.ASSAY_URL = url
  return stop
}

function launch(port: number, data: string): ChildProcess {
  const jdk = execFileSync(join(ROOT, 'assay'), ['--jdk'], { encoding: 'utf8' }).trim()
  mkdirSync(join(ROOT, 'frontend/target'), { recursive: true })
  const log = openSync(LOG, 'w')
  return spawn(join(jdk, 'bin/java'), ['-jar', JAR], {
    cwd: data,
    env: { PATH: process.env.PATH, HOME: data, PORT: String(port), ASSAY_DATA: data },
    stdio: ['ignore', log, log],
  })
}

async function untilHealthy(service: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + START_MS
  while (!(await isHealthy(url))) {
    if (service.exitCode !== null || Date.now() > deadline) {
      throw new Error(`The service did not start. Its log, ${LOG}:\n${readFileSync(LOG, 'utf8')}`)
    }
    await sleep(100)
  }
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`)).ok
  } catch {
    return false
  }
}

/** Asks the process to end, and kills it if it does not. */
async function end(service: ChildProcess): Promise<void> {
  if (service.exitCode !== null || service.signalCode !== null) return
  const ended = once(service, 'exit')
  service.kill('SIGTERM')
  const timeout = setTimeout(() => service.kill('SIGKILL'), STOP_MS)
  await ended
  clearTimeout(timeout)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const START_MS = 60_000
const STOP_MS = 15_000

/** A Java program that runs until it is stopped. */
export class JavaProgram {
  private readonly log: string
  private readonly child: ChildProcess
  private readonly kill = () => this.child.kill('SIGKILL')

  /** Starts it; what it says goes into `frontend/target/{name}.log`. It has no environment but the given one. */
  constructor(name: string, cwd: string, environment: Record<string, string>, ...args: string[]) {
    const jdk = execFileSync(join(ROOT, 'assay'), ['--jdk'], { encoding: 'utf8' }).trim()
    this.log = join(ROOT, 'frontend/target', `${name}.log`)
    mkdirSync(dirname(this.log), { recursive: true })
    const log = openSync(this.log, 'w')
    this.child = spawn(join(jdk, 'bin/java'), args, {
      cwd,
      env: { PATH: process.env.PATH, HOME: cwd, ...environment },
      stdio: ['ignore', log, log],
    })
    process.once('exit', this.kill)
  }

  /** What it has said so far. */
  said(): string {
    return readFileSync(this.log, 'utf8')
  }

  /** Waits until it is ready. Throws with what it said if it ends before, or takes too long. */
  async until(isReady: () => boolean | Promise<boolean>): Promise<void> {
    const deadline = Date.now() + START_MS
    while (!(await isReady())) {
      if (this.child.exitCode !== null || Date.now() > deadline) {
        throw new Error(`It did not start. Its log, ${this.log}:\n${this.said()}`)
      }
      await sleep(100)
    }
  }

  /** Asks it to end, and kills it if it does not. */
  async stop(): Promise<void> {
    process.off('exit', this.kill)
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const ended = once(this.child, 'exit')
    this.child.kill('SIGTERM')
    const timeout = setTimeout(this.kill, STOP_MS)
    await ended
    clearTimeout(timeout)
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

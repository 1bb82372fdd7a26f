// The processes of the bench: each is started, told apart by its processor time, and ended by its id.
import { execFileSync, fork, spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { end } from '../process.mjs'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
export const JAR = join(ROOT, 'backend/target/assay.jar')
const HERE = fileURLToPath(new URL('.', import.meta.url))
const START_MS = 60_000

export const JDK = execFileSync(join(ROOT, 'assay'), ['--jdk'], { encoding: 'utf8' }).trim()

/** The flags that ./assay gives to the JVM. All Java processes here get the same. */
export const FLAGS = /^options='([^']*)'/m.exec(readFileSync(join(ROOT, 'assay'), 'utf8'))[1].trim().split(/\s+/)

/** A folder for everything that the bench keeps while it runs. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'assay-stream-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Starts a Java process whose output goes to a log, and waits until `ready` finds something in it. */
export async function startJava({ args, log, env = {}, cwd, ready }) {
  const file = openSync(log, 'w')
  const child = spawn(join(JDK, 'bin/java'), [...FLAGS, ...args], {
    cwd,
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8', HOME: cwd, ...env },
    stdio: ['ignore', file, file],
  })
  closeSync(file)
  const deadline = Date.now() + START_MS
  for (;;) {
    const found = await ready(readFileSync(log, 'utf8'))
    if (found) return { pid: child.pid, found, stop: () => end(child) }
    if (child.exitCode !== null || Date.now() > deadline) {
      await end(child)
      throw new Error(`A process did not start:\n${readFileSync(log, 'utf8').slice(-2000)}`)
    }
    await sleep(50)
  }
}

/** Compiles the bench's own Java programs, so that no compiler runs in what is measured. */
export function compile(folder) {
  const sources = ['SimulatorMain', 'Relay'].map((name) => join(HERE, `java/${name}.java`))
  execFileSync(join(JDK, 'bin/javac'), ['-proc:none', '-cp', JAR, '-d', folder, ...sources])
}

/** One of the bench's own programs: it prints `ready` and an address. */
export async function startProgram(name, folder) {
  const ready = (log) => /^ready (\S+)/m.exec(log)?.[1]
  const args = ['-cp', `${JAR}:${folder}`, name]
  return startJava({ args, log: join(folder, `${name}.log`), cwd: folder, ready })
}

/** A process of clients, whose calls are awaited one by one or together. */
export function startWorker() {
  const child = fork(join(HERE, 'clients/worker.mjs'), { serialization: 'advanced' })
  const open = new Map()
  let last = 0
  child.on('message', ({ id, value, error }) => {
    const { resolve, reject } = open.get(id)
    open.delete(id)
    if (error) reject(new Error(error))
    else resolve(value)
  })
  child.on('exit', (code) => open.forEach(({ reject }) => reject(new Error(`Clients ended with ${code}`))))
  const call = (name, options) =>
    new Promise((resolve, reject) => {
      open.set(++last, { resolve, reject })
      child.send({ id: last, name, options })
    })
  return { pid: child.pid, call, stop: () => end(child) }
}

// The packaged service as a process, started as ./assay starts it.
import { execFileSync, spawn } from 'node:child_process'
import { openSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { end } from '../process.mjs'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const TARGET = join(ROOT, 'backend/target')

export function javaOf() {
  return join(execFileSync(join(ROOT, 'assay'), ['--jdk'], { encoding: 'utf8' }).trim(), 'bin/java')
}

/** The options that ./assay gives the service's JVM. */
export function jvmOptions() {
  const script = readFileSync(join(ROOT, 'assay'), 'utf8')
  return /^options='([^']*)'/m.exec(script)[1].split(/\s+/)
}

/** The AOT cache that ./assay --build made; null where it could not. */
export function aotCache() {
  const name = readdirSync(TARGET).find((file) => /^assay-\d+\.aot$/.test(file))
  return name && statSync(join(TARGET, name)).size > 0 ? join(TARGET, name) : null
}

export function commit() {
  const git = (...words) => execFileSync('git', ['-C', ROOT, ...words], { encoding: 'utf8' }).trim()
  return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '--', 'backend/src', 'assay') ? ' with changes' : '')
}

// Who stops a bench stops its services too; its database sees its input end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1))

/** Starts it in a folder of its own, which gets its log, and tells the process and where it will listen. */
export function spawnJar({ java, options, port, folder, environment }) {
  const log = openSync(join(folder, 'service.log'), 'a')
  const child = spawn(java, [...options, '-jar', join(TARGET, 'assay.jar')], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, PORT: String(port), ASSAY_DATA: folder, ...environment },
    stdio: ['ignore', log, log],
  })
  const kill = () => child.kill()
  process.once('exit', kill)
  const stop = () => {
    process.off('exit', kill)
    return end(child)
  }
  return { child, url: `http://127.0.0.1:${port}`, stop }
}

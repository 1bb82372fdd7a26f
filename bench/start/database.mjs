// A PostgreSQL of the bench's own, which outlives the services that use it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ROOT, javaOf } from './jar.mjs'

export async function startDatabase(folder) {
  const arguments_ = ['-cp', join(ROOT, 'backend/target/assay.jar'), join(ROOT, 'bench/start/Database.java'), folder]
  const child = spawn(javaOf(), arguments_, { stdio: ['pipe', 'pipe', 'inherit'] })
  let url
  for await (const line of createInterface(child.stdout)) {
    url = /^DATABASE_URL=(.*)$/.exec(line)?.[1]
    if (url) break
  }
  if (!url) throw new Error('The database did not start.')
  child.stdout.resume()
  const stop = async () => {
    const ended = once(child, 'exit')
    child.stdin.end()
    await ended
  }
  const postmaster = Number(readFileSync(join(folder, 'postgresql/postmaster.pid'), 'utf8').split('\n')[0])
  return { url, postmaster, stop }
}

// What a socket costs that is open and asks for nothing. A service of its own, whose memory nothing else has filled.
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { usage, used } from '../bench.mjs'
import { CORES, rssMb } from '../machine.mjs'
import { session } from '../phase.mjs'
import { JDK } from '../processes.mjs'
import { startService } from '../service.mjs'

const SOCKETS = 1_000
const WARM = 100
const SETTLE_MS = 2_000

export async function idle(bench, { say }) {
  const folder = join(bench.folder, `idle-${Date.now()}`)
  mkdirSync(folder)
  const service = await startService(folder, { users: bench.service.tokens.length })
  const own = { ...bench, service }
  try {
    await (await open(own, WARM)).each('close')
    const before = usage(own)
    const from = await memory(service.pid)
    const sockets = await open(own, SOCKETS)
    const to = await memory(service.pid)
    const spent = used(before, usage(own), CORES)
    await sockets.each('close')
    const kb = (name) => ((to[name] - from[name]) * 1024) / SOCKETS
    say(
      `an idle socket: ${kb('rss').toFixed(1)} KB of RSS, ${kb('heap').toFixed(1)} KB of heap; RSS ${to.rss.toFixed(0)} MB`,
    )
    return { idle: { spent, rssKb: kb('rss'), heapKb: kb('heap'), from, to } }
  } finally {
    await service.stop()
  }
}

const open = (bench, count) => session(bench, { kind: 'assay', count, tokens: 1, models: [], modelIds: [] })

/** In MB, when what nobody holds any more has been collected. */
async function memory(pid) {
  await sleep(SETTLE_MS)
  jcmd(pid, 'GC.run')
  await sleep(SETTLE_MS / 4)
  const heap = /used (\d+)K/.exec(jcmd(pid, 'GC.heap_info'))[1] / 1024
  return { rss: rssMb(pid), heap }
}

function jcmd(pid, command) {
  return execFileSync(join(JDK, 'bin/jcmd'), [String(pid), command], { encoding: 'utf8' })
}

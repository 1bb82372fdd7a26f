// Who used the cores, by Linux's own count: /proc, in ticks of 10 ms.
import { readFileSync, readdirSync } from 'node:fs'

const MS_PER_TICK = 10

/** Begins to count; what it gives back tells the CPU time of each group since, in ms, and that of everybody else. */
export function watchCpu(groups) {
  const began = read(groups)
  return () => {
    const now = read(groups)
    const spent = Object.fromEntries(Object.keys(groups).map((name) => [name, now.groups[name] - began.groups[name]]))
    const ours = Object.values(spent).reduce((sum, ms) => sum + ms, 0)
    const ms = now.at - began.at
    return { ms, spent, coresOfOthers: Math.max(0, now.busy - began.busy - ours) / ms }
  }
}

/** A process and all that it started, and theirs. */
export function family(root) {
  const parents = new Map()
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const fields = stat(pid)
    if (fields) parents.set(Number(pid), Number(fields[1]))
  }
  const found = new Set([root])
  for (let before = 0; before < found.size; ) {
    before = found.size
    for (const [pid, parent] of parents) if (found.has(parent)) found.add(pid)
  }
  return [...found]
}

/** The memory that a process holds, in MB. */
export function residentMb(pid) {
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kb) / 1024)
}

function read(groups) {
  const sums = {}
  for (const [name, pids] of Object.entries(groups)) {
    sums[name] = pids().reduce((sum, pid) => sum + ticks(pid) * MS_PER_TICK, 0)
  }
  // user nice system idle iowait irq softirq steal: what the host takes away counts as somebody's.
  const cores = readFileSync('/proc/stat', 'utf8').split('\n')[0].trim().split(/\s+/).slice(1, 9).map(Number)
  const busy = cores.reduce((sum, ticks) => sum + ticks, 0) - cores[3] - cores[4]
  return { at: performance.now(), groups: sums, busy: busy * MS_PER_TICK }
}

/** Its own and that of its children that have ended. */
function ticks(pid) {
  const fields = stat(pid)
  return fields ? fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) : 0
}

/** From the third field on: the second, the name, may hold spaces. */
function stat(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
  } catch {
    return null
  }
}

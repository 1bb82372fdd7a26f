// What the kernel knows about processes and the machine. Processor time comes in ticks of 10 ms.
import { readFileSync, readdirSync } from 'node:fs'
import { cpus } from 'node:os'

const TICK_MS = 10
export const CORES = cpus().length

/** Names the machine. */
export function describe() {
  const model = cpus()[0]?.model.trim() || 'unknown'
  const memory = /MemTotal:\s+(\d+)/.exec(readFileSync('/proc/meminfo', 'utf8'))[1]
  return `${CORES} cores (${model}), ${Math.round(memory / 1024 / 1024)} GiB`
}

/** Processor time that a process and its ended children have used, in ms; 0 where it is gone. */
export function cpuMs(pid) {
  const fields = stat(pid)
  return fields === null ? 0 : fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * TICK_MS
}

/** The same of a process and all that descend from it. */
export function treeCpuMs(pid) {
  const children = new Map()
  for (const name of readdirSync('/proc')) {
    const fields = /^\d+$/.test(name) ? stat(name) : null
    if (fields !== null) children.set(fields[1], [...(children.get(fields[1]) ?? []), name])
  }
  const sum = (one) => (children.get(String(one)) ?? []).reduce((all, child) => all + sum(child), cpuMs(one))
  return sum(pid)
}

/** Processor time of a JVM's threads that compile and that collect garbage, in ms. Those that have ended are missing. */
export function housekeepingMs(pid) {
  const sum = { compilers: 0, collector: 0 }
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    const [name, fields] = stat(`${pid}/task/${thread}`, true) ?? ['', []]
    const ms = (Number(fields[11]) + Number(fields[12])) * TICK_MS
    if (/^C[12] Compiler/.test(name)) sum.compilers += ms
    if (/^(GC |G1 )/.test(name)) sum.collector += ms
  }
  return sum
}

/** Resident memory in MB of 2^20 bytes. */
export function rssMb(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024
}

/** What follows the name in /proc/pid/stat: state, parent and so on; with the name before it where that is wanted. */
function stat(pid, isNameWanted = false) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return isNameWanted ? [text.slice(text.indexOf('(') + 1, text.lastIndexOf(')')), fields] : fields
  } catch {
    return null
  }
}

/** All cores' time since the start, in ms: at work for processes, in interrupts, stolen by other machines. */
export function machineMs() {
  const [user, nice, system, , , irq, softirq, steal] = readFileSync('/proc/stat', 'utf8')
    .split('\n', 1)[0]
    .split(/\s+/)
    .slice(1)
    .map((ticks) => Number(ticks) * TICK_MS)
  return { at: performance.now(), work: user + nice + system, interrupts: irq + softirq, steal }
}

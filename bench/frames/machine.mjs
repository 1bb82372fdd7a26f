// What the machine was doing meanwhile.
import { cpus, loadavg } from 'node:os'

export function machine() {
  const list = cpus()
  return `${list.length} cores (${list[0]?.model.trim() || 'unknown'}), no GPU; load average at the start ${loadavg()
    .map((load) => load.toFixed(1))
    .join(', ')}`
}

/** Begins to watch; what it gives back tells how busy all cores were since, in percent. */
export function watchCores() {
  const before = times()
  return () => {
    const after = times()
    return Math.round((100 * (after.busy - before.busy)) / Math.max(1, after.all - before.all))
  }
}

function times() {
  let [busy, all] = [0, 0]
  for (const { times: spent } of cpus()) {
    const total = Object.values(spent).reduce((sum, time) => sum + time, 0)
    all += total
    busy += total - spent.idle
  }
  return { busy, all }
}

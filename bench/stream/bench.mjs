// All processes of the bench, and what each of them costs.
import { join } from 'node:path'
import { cpuMs, housekeepingMs, machineMs, treeCpuMs } from './machine.mjs'
import { compile, scratch, startProgram, startWorker } from './processes.mjs'
import { startService } from './service.mjs'

/** One caller may have 50 sockets, so a thousand take twenty users and some to spare. */
const USERS = 25

export async function startBench({ clients }) {
  const place = scratch()
  const started = []
  const stop = async () => {
    for (const one of started.reverse()) await one.stop()
    place.remove()
  }
  const keep = (one) => (started.push(one), one)
  try {
    compile(place.folder)
    const simulator = keep(await startProgram('SimulatorMain', place.folder))
    const relay = keep(await startProgram('Relay', place.folder))
    const service = keep(await startService(place.folder, { users: USERS }))
    const workers = Array.from({ length: clients }, () => keep(startWorker()))
    return { simulator, relay, service, workers, folder: place.folder, log: join(place.folder, 'service.log'), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** What the processes and the machine have used so far, in ms of processor time. */
export function usage({ simulator, relay, service, workers }) {
  return {
    machine: machineMs(),
    simulator: cpuMs(simulator.pid),
    relay: cpuMs(relay.pid),
    assay: cpuMs(service.pid),
    postgres: treeCpuMs(service.postgres),
    clients: workers.reduce((sum, { pid }) => sum + cpuMs(pid), 0),
    bench: cpuMs(process.pid),
    housekeeping: { relay: housekeepingMs(relay.pid), assay: housekeepingMs(service.pid) },
  }
}

/** What was used between two of them. Other load is what no process of the bench has used. */
export function used(before, after, cores) {
  const cpu = {}
  for (const name of ['simulator', 'relay', 'assay', 'postgres', 'clients', 'bench'])
    cpu[name] = after[name] - before[name]
  const housekeeping = {}
  for (const name of ['relay', 'assay']) {
    const [from, to] = [before.housekeeping[name], after.housekeeping[name]]
    housekeeping[name] = { compilers: to.compilers - from.compilers, collector: to.collector - from.collector }
  }
  const ours = Object.values(cpu).reduce((sum, ms) => sum + ms, 0)
  const machine = (name) => after.machine[name] - before.machine[name]
  const ms = machine('at')
  const share = (part) => (100 * part) / (ms * cores)
  return {
    ms,
    cpu,
    housekeeping,
    percent: {
      ours: share(ours),
      other: Math.max(0, share(machine('work') - ours)),
      interrupts: share(machine('interrupts')),
      stolen: share(machine('steal')),
    },
  }
}

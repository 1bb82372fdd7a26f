// A JFR recording of the service while it streams.
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { JDK } from './processes.mjs'

const SECONDS = 4

/**
 * What to do in a window. Of several recordings the last is kept, as stream.jfr in the folder.
 *
 * @param isWanted where false, it does nothing: a recording costs some of what is measured
 */
export function recorder(bench, isWanted, folder) {
  if (!isWanted) return undefined
  const jcmd = (...command) => execFileSync(join(JDK, 'bin/jcmd'), [String(bench.service.pid), ...command])
  mkdirSync(folder, { recursive: true })
  return async () => {
    jcmd('JFR.start', 'name=stream', 'settings=profile')
    await sleep(SECONDS * 1000)
    jcmd('JFR.stop', 'name=stream', `filename=${join(folder, 'stream.jfr')}`)
  }
}

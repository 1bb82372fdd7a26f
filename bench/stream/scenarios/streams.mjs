// So many streams of 50 tokens a second: direct, through the bare relay, through Assay.
import { phase } from '../phase.mjs'

export const KINDS = ['direct', 'relay', 'assay']
const PER_SECOND = 250

/** One round: all kinds at one load, one after the other. */
export async function streams(bench, { load, windowMs, recording, say }) {
  const round = {}
  for (const kind of KINDS) {
    const during = kind === 'assay' ? recording : undefined
    round[kind] = await phase(bench, { kind, streams: load, perSecond: PER_SECOND, windowMs, during })
    const { itl, usPerToken, spent, failed, reasons } = round[kind]
    say(
      `${load} streams, ${kind}: ITL p50 ${itl.p50.toFixed(1)} p99 ${itl.p99.toFixed(1)} ms` +
        (kind === 'direct' ? '' : `, ${usPerToken[kind].toFixed(1)} µs a token`) +
        `, other load ${spent.percent.other.toFixed(1)} %, stolen ${spent.percent.stolen.toFixed(1)} %` +
        (failed === 0 ? '' : `, ${failed} failed: ${reasons[0]}`),
    )
  }
  return round
}

/** A server is warm when its compilers take less of a core than this, in percent. */
export const WARM_PERCENT = 5

/**
 * All kinds at once, unmeasured, again and again until both servers are warm.
 *
 * @param most how often at most
 * @returns how often it was, and what of a core the compilers still took in the last
 */
export async function warmUp(bench, { load, windowMs, most, say }) {
  for (let time = 1; ; time++) {
    const phases = await Promise.all(
      KINDS.map((kind) => phase(bench, { kind, streams: load, perSecond: PER_SECOND, windowMs })),
    )
    const percent = Math.max(...phases.slice(1).map(({ kind, spent }) => compiling(kind, spent)))
    say(`Warming up: ${time} of at most ${most}, the compilers took ${percent.toFixed(0)} % of a core`)
    if (percent < WARM_PERCENT || time === most) return { times: time, percent }
  }
}

const compiling = (kind, { ms, housekeeping }) => (100 * housekeeping[kind].compilers) / ms

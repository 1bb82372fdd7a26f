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
    const { itl, usPerToken, spent } = round[kind]
    say(
      `${load} streams, ${kind}: ITL p50 ${itl.p50.toFixed(1)} p99 ${itl.p99.toFixed(1)} ms` +
        (kind === 'direct' ? '' : `, ${usPerToken[kind].toFixed(1)} µs a token`) +
        `, other load ${spent.percent.other.toFixed(1)} %, stolen ${spent.percent.stolen.toFixed(1)} %`,
    )
  }
  return round
}

/** All kinds at once, unmeasured, until the compilers of all processes have seen what is to come. */
export async function warmUp(bench, { load, windowMs }) {
  await Promise.all(KINDS.map((kind) => phase(bench, { kind, streams: load, perSecond: PER_SECOND, windowMs })))
}

// One stream at a time, many times over: what each way adds to the first token.
import { usage, used } from '../bench.mjs'
import { CORES } from '../machine.mjs'
import { script, session } from '../phase.mjs'
import { spread } from '../statistics.mjs'
import { KINDS } from './streams.mjs'

const TOKENS = 5
const TTFT_MS = 20

/** One round: each kind once, in turn, so many times. */
export async function single(bench, { times, say }) {
  const models = [script({ tokens: TOKENS, gap: 5, ttft: TTFT_MS })]
  const options = { count: 1, tokens: TOKENS, models, workers: bench.workers.slice(0, 1) }
  const sessions = []
  for (const kind of KINDS) sessions.push(await session(bench, { kind, ...options }))
  try {
    const before = usage(bench)
    const took = await bench.workers[0].call('alternate', { sessions: sessions.map(({ name }) => name), times })
    const spent = used(before, usage(bench), CORES)
    const round = Object.fromEntries(
      KINDS.map((kind, index) => {
        const [ttft, stored] = ['ttft', 'stored'].map((name) => spread(took[index].flatMap((run) => run[name])))
        const failed = took[index].reduce((sum, run) => sum + run.failed, 0)
        return [kind, { kind, streams: 1, spent, ttft, stored, failed }]
      }),
    )
    say(
      `1 stream, TTFT p50 / p99 ms: ${KINDS.map((kind) => `${kind} ${round[kind].ttft.p50.toFixed(2)} / ${round[kind].ttft.p99.toFixed(2)}`).join(', ')}`,
    )
    return round
  } finally {
    for (const one of sessions) await one.each('close')
  }
}

// The goals of issue 8 that belong here, and whether they are met.
import { judge } from './noise.mjs'
import { median } from './statistics.mjs'

const COUNTED = ['lost', 'doubled', 'reordered', 'foreign', 'sequence', 'failed']
const wrong = (phase) => COUNTED.reduce((sum, name) => sum + phase[name], 0)
/** Where not all streams streamed at once, the load was not there: no figure of it is good. */
const atOnce = (figure) => (round) => (round.assay.throughout < 0.95 * round.assay.streams ? Infinity : figure(round))
const more = atOnce((round) => round.assay.itl.p99 - round.direct.itl.p99)
const cost = atOnce((round) => round.assay.usPerToken.assay)
const costRatio = atOnce((round) => round.assay.usPerToken.assay / round.relay.usPerToken.relay)
const deadMoves = (name) => (round) => round[name].itl.p99 - round.alive.itl.p99

const GOALS = [
  ['single', 'added TTFT, 1 stream, p50', 'ms', 1.5, (round) => round.assay.ttft.p50 - round.direct.ttft.p50],
  ['single', 'added TTFT, 1 stream, p99', 'ms', 3, (round) => round.assay.ttft.p99 - round.direct.ttft.p99],
  ['streams-200', 'p99 ITL above direct, 200 streams', 'ms', 1, more],
  ['streams-600', 'p99 ITL above direct, 600 streams', 'ms', 2, more],
  [
    'streams-1000',
    'p99 ITL, 1,000 streams',
    '× direct',
    1.5,
    atOnce((round) => round.assay.itl.p99 / round.direct.itl.p99),
  ],
  ['streams-1000', 'p99 ITL, 1,000 streams', 'ms', 40, atOnce((round) => round.assay.itl.p99)],
  ...[200, 600, 1000].map((load) => [
    `streams-${load}`,
    `tokens lost, doubled, out of order or failed, ${load} streams`,
    '',
    0,
    (round) => wrong(round.assay),
    'worst',
  ]),
  ...[200, 600, 1000].flatMap((load) => [
    [`streams-${load}`, `CPU per token, ${load} streams`, 'µs', 20, cost],
    [`streams-${load}`, `CPU per token, ${load} streams`, '× relay', 1.4, costRatio],
  ]),
  ['streams-1000', 'RSS with 1,000 active streams', 'MB', 350, (round) => round.assay.memory.assay],
  ['idle', 'RSS of an idle socket', 'KB', 40, (round) => round.idle.rssKb, 'worst'],
  [
    'lanes',
    "slowest of 4 lanes' TTFT above one lane's, p50",
    'ms',
    1,
    (round) => round.four.ttft.p50 - round.one.ttft.p50,
  ],
  ['dead', "others' p99 ITL beside a refused lane", 'ms more', 1, deadMoves('refused')],
  ['dead', "others' p99 ITL beside a hanging lane", 'ms more', 1, deadMoves('hanging')],
  ['dead', "others' p99 ITL beside a broken lane", 'ms more', 1, deadMoves('broken')],
  [
    'batch',
    '100 prompts × 4 models, stored, 400 at once',
    '× direct',
    2,
    (round) => round.assay.wallMs / round.direct.wallMs,
  ],
  ['batch', 'answers of the batch that are not stored whole', '', 0, (round) => 400 - round.assay.complete, 'worst'],
]

/** Each goal whose scenario was run: its figure, its bound, and `met`, `not met` or `noisy`. */
export function goals(results) {
  return GOALS.filter(([scenario]) => results[scenario]).map(([scenario, name, unit, most, figure, worst]) => {
    const rounds = results[scenario]
    if (worst) {
      // What is lost is lost and what is held is held, however busy the machine was.
      const value = Math.max(...rounds.map(figure))
      return {
        name,
        unit,
        most,
        value,
        quiet: rounds.length,
        rounds: rounds.length,
        verdict: value <= most ? 'met' : 'not met',
      }
    }
    const { noisy, value, quiet } = judge(rounds, figure, median)
    const verdict = noisy ? 'noisy' : value <= most ? 'met' : 'not met'
    return { name, unit, most, value, quiet, rounds: rounds.length, verdict }
  })
}

/** 1 where a goal failed in quiet rounds, else 2 where one could not be judged, else 0. */
export function exitCode(list) {
  if (list.some(({ verdict }) => verdict === 'not met')) return 1
  return list.some(({ verdict }) => verdict === 'noisy') ? 2 : 0
}

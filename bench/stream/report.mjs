// The results as people read them.
import { isQuiet, MOST_OTHER, MOST_STOLEN } from './noise.mjs'
import { median, round } from './statistics.mjs'

const number = (value, digits = 2) => (Number.isFinite(value) ? String(round(value, digits)) : '–')
const row = (cells) => `| ${cells.join(' | ')} |`
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

export function markdown({ about, goals, results }) {
  return `# Streams: direct, through a bare relay, through Assay

Commit ${about.commit}, ${about.date}, \`bench/stream/run ${about.mode}\`. ${about.machine}, shared by simulator, relay, service, PostgreSQL and
${about.clients} processes of clients. Java flags: \`${about.flags.join(' ')}\`. The least time from a stamp to its client was ${number(about.leastTransitMs, 3)} ms, so both
read the same clock. Warm-up: ${about.warmUp}.

## Goals

${table(
  ['goal', 'at most', 'figure', 'quiet rounds', 'verdict'],
  goals.map(({ name, unit, most, value, quiet, rounds, verdict }) => [
    name,
    `${most} ${unit}`,
    `${number(value)} ${unit}`,
    `${quiet} of ${rounds}`,
    verdict === 'not met' ? '**not met**' : verdict,
  ]),
)}

A round is noisy where other processes used more than ${MOST_OTHER} % of all cores in one of its phases, or the host kept more than ${MOST_STOLEN} %. Figures are
medians over the quiet rounds; with fewer than half of them quiet there is no verdict. What was lost, and the memory of idle sockets, are judged in any case, by the worst round.

${Object.entries(results)
  .map(([name, rounds]) => section(name, rounds))
  .join('\n')}
## What the words mean

- **TTFT**: from before the client asks (for Assay: before it sends \`startRun\`, which answers once the run is stored) to the first token.
- **ITL**: the gap between two tokens of a stream at its client, each gap by itself. In the tables, while all streams stream;
  "whole" takes in their starts and ends. **TPOT**: a stream's time from first to last token over its number of gaps. **E2E**: from asking to the end.
- **Transit**: from the simulator's stamp in the token to the client. **Goodput**: streams whose TTFT is at most ${about.slo.ttftMs} ms and TPOT at most ${about.slo.tpotMs} ms.
- **CPU**: user and system time of the process, over the tokens that reached clients meanwhile. PostgreSQL's is not in Assay's.
- **Streamed throughout**: how many had their first token when the window began, and their last after its end. Where fewer than 95 % did, no
  figure is taken: the goal is not met.
- **wrong**: tokens lost, doubled, out of order or of another stream, events whose number skips, and streams that failed.
`
}

function section(name, rounds) {
  if (name.startsWith('streams-')) return streams(name, rounds)
  if (name === 'single') return single(rounds)
  if (name === 'lanes')
    return simple(
      'Four lanes against one',
      rounds,
      'slowest TTFT p50 / p99 ms',
      ({ ttft }) => `${number(ttft.p50)} / ${number(ttft.p99)}`,
    )
  if (name === 'dead')
    return simple(
      'A dead fourth lane',
      rounds,
      "the others' ITL p50 / p99 / max ms",
      ({ itl }) => `${number(itl.p50)} / ${number(itl.p99)} / ${number(itl.max)}`,
    )
  if (name === 'batch') return simple('100 prompts × 4 models', rounds, 'wall ms', ({ wallMs }) => number(wallMs, 0))
  return simple(
    '1,000 idle sockets',
    rounds,
    'KB of RSS, KB of heap a socket; RSS before, after MB',
    ({ rssKb, heapKb, from, to }) =>
      `${number(rssKb, 1)}, ${number(heapKb, 1)}; ${number(from.rss, 0)}, ${number(to.rss, 0)}`,
  )
}

const load = ({ spent }) =>
  `${number(spent.percent.other, 1)} / ${number(spent.percent.stolen, 1)} %${isQuiet(spent) ? '' : ' noisy'}`

function streams(name, rounds) {
  const rows = rounds.flatMap((one, index) =>
    ['direct', 'relay', 'assay'].map((kind) => {
      const {
        itl,
        itlWhole,
        transit,
        ttft,
        tpot,
        usPerToken: us,
        spent,
        memory,
        goodput,
        tokensPerSecond,
        ...phase
      } = one[kind]
      const wrong = phase.lost + phase.doubled + phase.reordered + phase.foreign + phase.sequence + phase.failed
      return [
        index + 1,
        kind,
        `${number(itl.p50)} / ${number(itl.p99)} / ${number(itl.max, 0)}`,
        number(itlWhole.p99),
        `${number(transit.p50)} / ${number(transit.p99)}`,
        `${number(ttft.p50, 0)} / ${number(ttft.p99, 0)}`,
        number(tpot.p50),
        `${number(goodput, 0)} %`,
        number(tokensPerSecond, 0),
        `${number((100 * phase.throughout) / phase.streams, 0)} %`,
        kind === 'direct' ? '–' : number(us[kind]),
        kind === 'direct' ? '–' : kept(one[kind]),
        kind === 'assay' ? number(us.postgres) : '–',
        `${number(us.simulator, 1)} / ${number(us.clients, 1)}`,
        kind === 'direct' ? '–' : number(memory[kind], 0),
        wrong,
        number(spent.percent.ours, 0),
        load(one[kind]),
      ]
    }),
  )
  const head = [
    'round',
    'way',
    'ITL p50 / p99 / max ms',
    'whole p99',
    'transit p50 / p99 ms',
    'TTFT p50 / p99 ms',
    'TPOT p50',
    'goodput',
    'tokens/s',
    'streamed throughout',
    'server CPU µs/token',
    'of it compilers / collector',
    'PostgreSQL',
    'simulator / clients',
    'RSS MB',
    'wrong',
    'bench %',
    'other / stolen',
  ]
  const middle = (kind, figure) => number(median(rounds.map((one) => figure(one[kind]))))
  const medians = ['direct', 'relay', 'assay'].map((kind) => `${kind} ${middle(kind, ({ itl }) => itl.p99)}`).join(', ')
  return `## ${name.replace('streams-', '')} streams × 50 tokens/s

p99 ITL, median of all rounds, ms: ${medians}. Server CPU µs/token: relay ${middle('relay', ({ usPerToken }) => usPerToken.relay)}, assay ${middle('assay', ({ usPerToken }) => usPerToken.assay)}.

${table(head, rows)}
`
}

/** What of the server's time went to the JVM's own upkeep, in µs a token. */
function kept({ kind, spent, tokens }) {
  const { compilers, collector } = spent.housekeeping[kind]
  return `${number((compilers * 1000) / tokens, 1)} / ${number((collector * 1000) / tokens, 1)}`
}

function single(rounds) {
  const rows = rounds.flatMap((one, index) =>
    ['direct', 'relay', 'assay'].map((kind) => {
      const { ttft, stored, failed } = one[kind]
      const asked = Number.isFinite(stored.p50) ? `${number(stored.p50)} / ${number(stored.p99)}` : '–'
      return [
        index + 1,
        kind,
        ttft.n,
        `${number(ttft.p50)} / ${number(ttft.p99)} / ${number(ttft.max)}`,
        asked,
        failed,
        load(one[kind]),
      ]
    }),
  )
  const head = [
    'round',
    'way',
    'streams',
    'TTFT p50 / p99 / max ms',
    'startRun answered p50 / p99 ms',
    'failed',
    'other / stolen',
  ]
  return `## One stream at a time\n\nThe simulator waits 20 ms before the first token, and wakes up to 2 ms late.\n\n${table(head, rows)}\n`
}

function simple(title, rounds, head, cell) {
  const rows = rounds.flatMap((one, index) =>
    Object.entries(one).map(([name, phase]) => [index + 1, name, cell(phase), load(phase)]),
  )
  return `## ${title}\n\n${table(['round', 'what', head, 'other / stolen'], rows)}\n`
}

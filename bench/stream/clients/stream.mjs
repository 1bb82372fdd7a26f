// One stream as its client sees it: which tokens arrived, when, and when they had been sent.
import { performance } from 'node:perf_hooks'

// process.hrtime is CLOCK_MONOTONIC, which System.nanoTime is too; performance.now is the same clock from another zero,
// and the cheaper one to read.
const ZERO = (() => {
  let [zero, least] = [0, Infinity]
  for (let time = 0; time < 1000; time++) {
    const before = monotonic()
    const read = performance.now()
    const took = monotonic() - before
    if (took < least) [zero, least] = [before + took / 2 - read, took]
  }
  return zero
})()

function monotonic() {
  const [seconds, nanos] = process.hrtime()
  return seconds * 1000 + nanos / 1e6
}

/** Milliseconds on the clock of the simulator's stamps. */
export const now = () => ZERO + performance.now()

export class Stream {
  /** @param tokens how many will be sent, each as `exchange:index:nanos ` */
  constructor(tokens) {
    this.arrived = new Float64Array(tokens)
    this.sent = new Float64Array(tokens)
    this.startedAt = NaN
    /** When `startRun` had answered, and so the run was stored. */
    this.storedAt = NaN
    this.endedAt = NaN
    this.seen = 0
    this.next = 0
    this.exchange = null
    this.wrong = { doubled: 0, reordered: 0, foreign: 0, sequence: 0, failed: 0 }
    this.first = new Promise((resolve) => (this.onFirst = resolve))
    this.end = new Promise((resolve) => (this.onEnd = resolve))
  }

  started() {
    this.startedAt = now()
  }

  /** Takes in a piece of text that has just arrived: one token as a rule, several out of a snapshot. */
  take(text) {
    const at = now()
    for (let from = 0, to = text.indexOf(' '); to >= 0; from = to + 1, to = text.indexOf(' ', from)) {
      this.token(text.slice(from, to), at)
    }
  }

  /** Takes in a text from its beginning, in which tokens stand that have arrived before. */
  snapshot(text) {
    const from = text.split(' ', this.next).reduce((length, token) => length + token.length + 1, 0)
    this.take(text.slice(from))
  }

  token(text, at) {
    const first = text.indexOf(':')
    const second = text.indexOf(':', first + 1)
    const exchange = text.slice(0, first)
    const index = Number(text.slice(first + 1, second))
    this.exchange ??= exchange
    if (exchange !== this.exchange || !(index < this.arrived.length)) {
      this.wrong.foreign++
      return
    }
    if (this.arrived[index] !== 0) {
      this.wrong.doubled++
      return
    }
    if (index < this.next) this.wrong.reordered++
    this.next = Math.max(this.next, index + 1)
    this.arrived[index] = at
    this.sent[index] = Number(text.slice(second + 1)) / 1e6
    if (this.seen++ === 0) this.onFirst()
  }

  /** Nothing follows. */
  get isOver() {
    return !Number.isNaN(this.endedAt)
  }

  ended() {
    if (this.isOver) return
    this.endedAt = now()
    this.onFirst()
    this.onEnd()
  }

  failed(reason) {
    if (this.isOver) return
    this.wrong.failed++
    this.reason = reason.code ? `${reason.code} ${reason.reason || reason.message}` : String(reason)
    this.ended()
  }
}

/** What many streams come to, by the window of time in which all of them streamed. */
export function collect(streams, { from, to }) {
  const gaps = [[], []]
  const [transit, ttft, e2e, tpot] = [[], [], [], []]
  const result = {
    tokens: 0,
    throughout: 0,
    seen: 0,
    lost: 0,
    doubled: 0,
    reordered: 0,
    foreign: 0,
    sequence: 0,
    failed: 0,
    reasons: [],
  }
  for (const stream of streams) {
    const { arrived, sent } = stream
    for (let index = 0; index < arrived.length; index++) {
      const at = arrived[index]
      if (at === 0) continue
      const within = at >= from && at <= to
      if (within) {
        result.tokens++
        transit.push(at - sent[index])
      }
      if (index === 0 || arrived[index - 1] === 0) continue
      const gap = at - arrived[index - 1]
      gaps[1].push(gap)
      if (within) gaps[0].push(gap)
    }
    if (stream.seen > 0 && arrived[0] <= from && stream.endedAt >= to) result.throughout++
    result.seen += stream.seen
    result.lost += arrived.length - stream.seen
    for (const [name, count] of Object.entries(stream.wrong)) result[name] += count
    if (stream.reason && result.reasons.length < 3) result.reasons.push(stream.reason)
    if (stream.seen === 0) continue
    ttft.push(arrived[0] - stream.startedAt)
    e2e.push(stream.endedAt - stream.startedAt)
    tpot.push((arrived.at(-1) - arrived[0]) / (arrived.length - 1))
  }
  const typed = (list) => Float64Array.from(list)
  return {
    ...result,
    gaps: typed(gaps[0]),
    allGaps: typed(gaps[1]),
    transit: typed(transit),
    ttft: typed(ttft),
    e2e: typed(e2e),
    tpot: typed(tpot),
  }
}

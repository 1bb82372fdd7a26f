// A process of clients. The bench tells it what to do, one message a call; it keeps sessions of streams by their names.
import { Assay } from './assay.mjs'
import { Direct } from './direct.mjs'
import { Relay } from './relay.mjs'
import { Stream, collect } from './stream.mjs'

const KINDS = { direct: Direct, relay: Relay, assay: Assay }
const TICK_MS = 4
const OPENING = 25
/** What takes longer is given up: no bench waits for ever. */
const PATIENCE_MS = 90_000
const sessions = new Map()

const calls = {
  /** Prepares so many streams, or runs of several lanes, and opens their sockets. */
  async open({ session, kind, count, lanes = 1, tokens, ...options }) {
    const client = new KINDS[kind](options)
    const runs = Array.from({ length: count }, () => Array.from({ length: lanes }, () => new Stream(tokens)))
    sessions.set(session, { client, runs })
    for (let from = 0; from < count; from += OPENING) {
      const some = Array.from({ length: Math.min(OPENING, count - from) }, (_, index) => client.open(from + index))
      await Promise.all(some)
    }
  },

  /** Starts them at this rate; answers when each has its first token, or has failed. */
  async begin({ session, perSecond, watched }) {
    const { client, runs } = sessions.get(session)
    const from = performance.now()
    let next = 0
    await new Promise((resolve) => {
      const timer = setInterval(() => {
        const due = Math.min(runs.length, ((performance.now() - from) / 1000) * perSecond)
        while (next < due) client.start(next, runs[next++])
        if (next === runs.length) resolve(clearInterval(timer))
      }, TICK_MS)
    })
    await patiently(of(runs, watched), 'first')
  },

  /** Answers when all have ended. */
  async ended({ session, watched }) {
    await patiently(of(sessions.get(session).runs, watched), 'end')
  },

  /** Stops what has not ended. */
  async cancel({ session }) {
    const { client } = sessions.get(session)
    await Promise.all(client.runs.map((_, index) => client.cancel(index)))
  },

  /** Answers when a batch has ended. */
  async batch({ session, batchId }) {
    await sessions.get(session).client.followBatch(batchId)
  },

  async collect({ session, window, watched }) {
    return collect(of(sessions.get(session).runs, watched), window)
  },

  /** Starts the first run of each session in turn, so many times, and waits for each to end. */
  async alternate({ sessions: names, times }) {
    const took = names.map(() => [])
    for (let time = 0; time < times; time++) {
      for (const [index, name] of names.entries()) took[index].push(await once(sessions.get(name)))
    }
    return took
  },

  async close({ session }) {
    await sessions.get(session).client.close()
    sessions.delete(session)
  },
}

/** The streams of some lanes, or of all. */
const of = (runs, lanes) => (lanes ? runs.flatMap((run) => lanes.map((lane) => run[lane])) : runs.flat())

/** Waits for all streams to come so far; those that do not have failed. */
async function patiently(streams, what) {
  const timer = setTimeout(() => {
    for (const stream of streams) if (!stream.isOver) stream.failed(`No ${what} within ${PATIENCE_MS / 1000} s`)
  }, PATIENCE_MS)
  await Promise.all(streams.map((stream) => stream[what]))
  clearTimeout(timer)
}

/** One more run like the session's first: each lane's time to the first token, and when the run was known to be stored. */
async function once({ client, runs }) {
  const streams = runs[0].map(({ arrived }) => new Stream(arrived.length))
  client.start(0, streams)
  await patiently(streams, 'end')
  return {
    ttft: streams.map(({ arrived, startedAt }) => arrived[0] - startedAt),
    stored: streams.map(({ storedAt, startedAt }) => storedAt - startedAt),
    failed: streams.filter(({ wrong }) => wrong.failed > 0).length,
  }
}

process.on('message', async ({ id, name, options }) => {
  try {
    process.send({ id, value: await calls[name](options) })
  } catch (error) {
    process.send({ id, error: error.stack })
  }
})
process.on('disconnect', () => process.exit())

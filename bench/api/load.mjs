// An open loop: requests leave on a schedule, whether or not those before were answered, and each one's time counts from the
// moment when it was due. Who waits for a free connection, or for a generator that is late, waits too.
import { Pool } from 'undici'

const CONNECTIONS = 64
const AT_ONCE = 8
const TOO_MANY = 5_000

/**
 * Asks for some seconds, or until far too many wait, and tells, when all is answered, each kind's times in ms, in no order,
 * what went wrong, and how many were answered in a second.
 *
 * @param next gives the request of a number: { kind, headers, body }
 */
export async function load({ url, rate, seconds, next }) {
  const pool = new Pool(url, { connections: CONNECTIONS, pipelining: 1 })
  try {
    return await new Promise((resolve) => new Load(pool, rate, seconds, next, resolve).tick())
  } finally {
    await pool.destroy()
  }
}

/** Asks for some seconds as fast as it is answered, a few at a time, and tells how many were answered in a second. */
export async function saturate({ url, seconds, next }) {
  const pool = new Pool(url, { connections: AT_ONCE, pipelining: 1 })
  const began = performance.now()
  const end = began + seconds * 1_000
  let number = 0
  const ask = async () => {
    while (performance.now() < end) {
      const { headers, body } = next(number++)
      const answer = await pool.request({ path: '/graphql', method: 'POST', headers, body })
      await answer.body.dump()
    }
  }
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, ask))
    return number / ((performance.now() - began) / 1_000)
  } finally {
    await pool.destroy()
  }
}

class Load {
  sent = 0
  open = 0
  kinds = {}
  errors = []

  constructor(pool, rate, seconds, next, resolve) {
    Object.assign(this, { pool, next, resolve, total: rate * seconds, gapMs: 1_000 / rate })
    this.began = performance.now() + 10
  }

  tick() {
    const now = performance.now()
    while (this.sent < this.total && this.due(this.sent) <= now) this.send(this.sent++)
    if (this.open > TOO_MANY) {
      // It cannot keep up. What waits is still answered and counts; nothing more is asked.
      this.total = this.sent
    } else if (this.sent < this.total) {
      setTimeout(() => this.tick(), 1)
    }
  }

  due(number) {
    return this.began + number * this.gapMs
  }

  send(number) {
    const { kind, headers, body } = this.next(number)
    this.open++
    const parts = []
    let status = 0
    this.pool.dispatch(
      { path: '/graphql', method: 'POST', headers, body },
      {
        // Its being there says which of undici's interfaces this is.
        onRequestStart() {},
        onResponseStart: (_controller, code) => void (status = code),
        onResponseData: (_controller, part) => void parts.push(part),
        onResponseEnd: () => this.end(number, kind, status === 200 ? problemOf(parts) : `status ${status}`),
        onResponseError: (_controller, error) => this.end(number, kind, String(error)),
      },
    )
  }

  end(number, kind, problem) {
    const now = performance.now()
    const times = (this.kinds[kind] ??= [])
    times.push(now - this.due(number))
    if (problem) this.errors.push(`${kind}: ${problem}`)
    this.open--
    if (this.open === 0 && this.sent === this.total) {
      const { kinds, errors, total, began } = this
      this.resolve({ kinds, errors, count: total, rate: total / ((now - began) / 1_000) })
    }
  }
}

/** What an answer says of errors; null where there are none. No text in the bench's data has these characters. */
function problemOf(parts) {
  const body = parts.length === 1 ? parts[0] : Buffer.concat(parts)
  const isGood = body.indexOf('{"data":{"') === 0 && body.indexOf('"errors":') < 0
  return isGood ? null : body.toString('utf8').slice(0, 300)
}

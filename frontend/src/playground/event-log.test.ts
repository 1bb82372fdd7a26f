import { logEvents } from '@/playground/event-log'
import type { ExecutionResult } from 'graphql'
import type { Sink } from 'graphql-ws'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

function event(n: number): ExecutionResult {
  return { data: { n } }
}

/** A subscription that the test feeds, and what was shown of it. */
function start() {
  let feed: Sink<ExecutionResult> | undefined
  const stopped = vi.fn()
  const shown = { next: vi.fn(), error: vi.fn(), complete: vi.fn() }
  const { unsubscribe } = logEvents((sink) => {
    feed = sink
    return stopped
  }).subscribe(shown)
  if (!feed) throw new Error('not subscribed')
  return { feed, shown, stopped, unsubscribe }
}

describe('the log of events', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('shows what arrived in a tenth of a second at once, the newest first', () => {
    const { feed, shown } = start()
    feed.next(event(1))
    feed.next(event(2))
    expect(shown.next).not.toHaveBeenCalled()

    vi.advanceTimersByTime(100)

    expect(shown.next.mock.calls).toEqual([[{ received: 2, newestFirst: [event(2), event(1)] }]])
  })

  it('shows all at the end, before it says that it is the end', () => {
    const { feed, shown } = start()
    feed.next(event(1))
    feed.complete()

    expect(shown.next).toHaveBeenCalledExactlyOnceWith({ received: 1, newestFirst: [event(1)] })
    expect(shown.next).toHaveBeenCalledBefore(shown.complete)
    vi.advanceTimersByTime(1000)
    expect(shown.next).toHaveBeenCalledOnce()
  })

  it('keeps the newest of very many, and counts all', () => {
    const { feed, shown } = start()
    for (let n = 1; n <= 1000; n++) feed.next(event(n))
    feed.complete()

    const [log] = shown.next.mock.lastCall as [{ received: number; newestFirst: unknown[] }]
    expect(log.received).toBe(1000)
    expect(log.newestFirst).toHaveLength(300)
    expect(log.newestFirst[0]).toEqual(event(1000))
  })

  it('shows nothing once it is stopped', () => {
    const { feed, shown, stopped, unsubscribe } = start()
    feed.next(event(1))
    unsubscribe()
    feed.complete()
    vi.advanceTimersByTime(1000)

    expect(stopped).toHaveBeenCalledOnce()
    expect(shown.next).not.toHaveBeenCalled()
    expect(shown.complete).not.toHaveBeenCalled()
  })
})

import possibleTypes from '@/__generated__/possible-types'
import type { RunEvent, RunRecord } from '@/features/run/live/run-state'
import { RunFeed } from '@/features/run/live/run-feed'
import { event, testingResult, testingRun } from '@/features/run/live/testing-run'
import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client'
import { GraphQLError } from 'graphql'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Observable, Subject } from 'rxjs'

const DONE = testingRun({
  status: 'COMPLETED',
  results: ['a', 'b'].map((id) => testingResult(id, { status: 'COMPLETED', text: 'Hello' })),
})

/** A service made by hand: `answers` are those of the query, one after the other; each subscription is a Subject. */
class TestingService extends ApolloLink {
  readonly sockets: Subject<ApolloLink.Result>[] = []
  closed = 0
  asked = 0

  constructor(private readonly answers: (RunRecord | 'NOT_FOUND' | 'UNAUTHENTICATED' | 'DOWN')[]) {
    super()
  }

  override request(operation: ApolloLink.Operation): Observable<ApolloLink.Result> {
    if (operation.operationName === 'RunEvents') {
      const socket = new Subject<ApolloLink.Result>()
      this.sockets.push(socket)
      return new Observable((observer) => {
        const subscription = socket.subscribe(observer)
        return () => {
          this.closed++
          subscription.unsubscribe()
        }
      })
    }
    const answer = this.answers[Math.min(this.asked++, this.answers.length - 1)]
    return new Observable((observer) => {
      if (answer === 'DOWN' || answer === undefined) observer.error(new TypeError('Failed to fetch'))
      else if (typeof answer === 'string') {
        const error = new GraphQLError('No such run for you.', { extensions: { code: answer } })
        observer.next({ data: null, errors: [error] })
      } else observer.next({ data: { run: answer } })
      observer.complete()
    })
  }

  send(...events: RunEvent[]): void {
    for (const runEvents of events) this.sockets.at(-1)?.next({ data: { runEvents } })
  }
}

function feedOn(service: TestingService) {
  const client = new ApolloClient({ link: service, cache: new InMemoryCache(possibleTypes), dataMasking: true })
  return { client, feed: new RunFeed(client, 'run') }
}

const text = (feed: RunFeed) => feed.get().state?.results.a?.record.text

describe('a run’s feed', () => {
  let frames: FrameRequestCallback[] = []
  let frameAt = 0
  const frame = (afterMs?: number) => {
    if (afterMs === undefined) frame(17)
    frameAt += afterMs ?? 17
    frames.splice(0).forEach((callback) => callback(frameAt))
  }

  beforeEach(() => {
    frames = []
    vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback))
    vi.stubGlobal('cancelAnimationFrame', () => (frames = []))
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  })

  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  async function following(answer: RunRecord = testingRun()) {
    const service = new TestingService([answer])
    const { client, feed } = feedOn(service)
    feed.start()
    await vi.waitFor(() => expect(service.sockets).toHaveLength(1))
    return { service, client, feed }
  }

  it('tells the page no sooner than it has rested as long as it worked', async () => {
    const service = new TestingService([testingRun()])
    const { feed } = feedOn(service)
    feed.start()
    await vi.waitFor(() => expect(service.sockets).toHaveLength(1))
    service.send(event.snapshot(0, testingRun()))
    frame(17)

    service.send(event.text(1, 'a', 0))
    frame(17)
    expect(text(feed)).toBe('')
    frame(17)
    expect(text(feed)).toBe('a')

    service.send(event.text(2, 'b', 1))
    frame(60)
    expect(text(feed)).toBe('a')
    frame(50)
    expect(text(feed)).toBe('ab')
    feed.stop()
  })

  it('tells the page once a frame, however many events arrive', async () => {
    const { service, feed } = await following()
    service.send(event.snapshot(0, testingRun()))
    frame()
    const told = vi.fn()
    feed.subscribe(told)
    for (let index = 0; index < 100; index++) service.send(event.text(index + 1, 'x', index))
    expect(told).not.toHaveBeenCalled()
    frame()
    expect(told).toHaveBeenCalledOnce()
    expect(text(feed)).toBe('x'.repeat(100))
  })

  it('writes the cache at the end of the run, and only then', async () => {
    const { service, client, feed } = await following()
    const write = vi.spyOn(client, 'writeQuery')
    service.send(event.snapshot(0, testingRun()), event.text(1, 'Hello', 0))
    frame()
    expect(write).not.toHaveBeenCalled()
    service.send(event.finished(2, DONE, 90))
    frame()
    expect(write).toHaveBeenCalledOnce()
    expect(feed.get().phase).toBe('ended')
    expect(feedOn(service).feed.get().state).toBeNull()
    expect(new RunFeed(client, 'run').get().state?.run.status).toBe('COMPLETED')
  })

  it('asks for a fresh snapshot when a piece is missing', async () => {
    const { service, feed } = await following()
    service.send(event.snapshot(0, testingRun()), event.text(2, 'lo', 3))
    frame()
    expect(service.sockets).toHaveLength(2)
    expect(service.closed).toBe(1)
    service.send(event.snapshot(2, testingRun({ results: [testingResult('a', { text: 'Hello' })] })))
    frame()
    expect(text(feed)).toBe('Hello')
    expect(service.sockets).toHaveLength(2)
  })

  it('does not subscribe to a run that has ended', async () => {
    const service = new TestingService([DONE])
    const { feed } = feedOn(service)
    feed.start()
    await vi.waitFor(() => expect(feed.get().phase).toBe('ended'))
    expect(service.sockets).toHaveLength(0)
  })

  it('looks again when the events stop before the run does', async () => {
    const service = new TestingService([testingRun(), DONE])
    const { feed } = feedOn(service)
    feed.start()
    await vi.waitFor(() => expect(service.sockets).toHaveLength(1))
    service.send(event.snapshot(0, testingRun()))
    service.sockets[0]?.complete()
    await vi.advanceTimersByTimeAsync(2_000)
    await vi.waitFor(() => expect(feed.get().phase).toBe('ended'))
    expect(text(feed)).toBe('Hello')
  })

  it('loses no text while nobody is signed in, and goes on afterwards', async () => {
    const signedOut = ['UNAUTHENTICATED', 'UNAUTHENTICATED'] as const
    const service = new TestingService([testingRun(), ...signedOut, testingRun()])
    const { feed } = feedOn(service)
    feed.start()
    await vi.waitFor(() => expect(service.sockets).toHaveLength(1))
    service.send(event.snapshot(0, testingRun()), event.text(1, 'Hel', 0))
    frame()
    service.sockets[0]?.error(new Error('Socket closed with event 4401'))
    await vi.advanceTimersByTimeAsync(2_000)
    expect(feed.get().phase).toBe('lost')
    expect(text(feed)).toBe('Hel')

    await vi.advanceTimersByTimeAsync(4_000)
    await vi.waitFor(() => expect(service.sockets).toHaveLength(2))
    expect(text(feed)).toBe('Hel')
    service.send(event.snapshot(3, testingRun({ results: [testingResult('a', { text: 'Hello' })] })))
    frame()
    expect(text(feed)).toBe('Hello')
    expect(feed.get().phase).toBe('following')
  })

  it('tells a run that does not exist from a service that does not answer', async () => {
    const missing = feedOn(new TestingService(['NOT_FOUND'])).feed
    const down = feedOn(new TestingService(['DOWN', DONE])).feed
    missing.start()
    down.start()
    await vi.waitFor(() => expect(missing.get().phase).toBe('missing'))
    await vi.waitFor(() => expect(down.get().phase).toBe('unreachable'))
    down.again()
    await vi.waitFor(() => expect(down.get().phase).toBe('ended'))
  })

  it('lets go of its subscription when it is stopped, and takes a new one when started again', async () => {
    const { service, feed } = await following()
    feed.stop()
    expect(service.closed).toBe(1)
    feed.start()
    expect(service.sockets).toHaveLength(2)
  })
})

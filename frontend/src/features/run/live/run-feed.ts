import { RunDocument, RunEventsDocument, RunState_RunFragmentDoc } from '@/__generated__/graphql'
import { runReducer, stateOf } from '@/features/run/live/run-reducer'
import { hasEnded, type RunEvent, type RunRecord, type RunState } from '@/features/run/live/run-state'
import { takeTurn } from '@/features/run/live/turns'
import { failureOf } from '@/lib/graphql-error'
import type { ApolloClient } from '@apollo/client'

/** What the page knows of a run, and how it fares with getting more. */
export interface FeedView {
  state: RunState | null
  /** The same as the lanes show it: they may be some turns behind. */
  shown: RunState | null
  /** The same as the sums over all lanes show it: they go with the clock. */
  summed: RunState | null
  /** `lost`: events cannot be had at the moment; `missing`: there is no such run. */
  phase: 'loading' | 'following' | 'lost' | 'ended' | 'missing' | 'unreachable'
  /** Now, in milliseconds since the run's start, on the server's clock as far as it is known here; told ten times a second. */
  nowMs: number
}

const HIDDEN_FLUSH_MS = 250
/** Thirty times a second is as smooth as text needs; the frames between are left to whoever scrolls and types. */
const FLUSH_MS = 30
const MOST_FLUSH_MS = 250
const CLOCK_MS = 95
/** What a page with nothing to do takes from frame to frame. */
const FRAME_MS = 17
const RETRY_MS = 1_500

/**
 * One run, followed: asked once if the cache has it not, then fed by its events. Events wait in a buffer and are taken in
 * with a frame, at most thirty times a second, and less often where the page takes long to show them: it rests as long as
 * it worked. Between `start` and `stop` one subscription lives; both may be called again.
 */
export class RunFeed {
  private view: FeedView
  private readonly listeners = new Set<() => void>()
  private buffer: RunEvent[] = []
  private cancelFrame: (() => void) | null = null
  /** At which frame events were taken in last, and how long it was until the next one; null before that. */
  private taken: { at: number; tookMs: number | null } = { at: -Infinity, tookMs: 0 }
  /** Counts the turns of the lanes. */
  private turn = 0
  /** The positions of the lanes that nobody sees at the moment. */
  private readonly unseen = new Set<number>()
  private release: (() => void) | null = null
  private retry: ReturnType<typeof setTimeout> | undefined
  /** The page's clock at the run's start. Every event may lower it: the fastest one errs least. */
  private origin = performance.now()

  constructor(
    private readonly client: ApolloClient,
    readonly runId: string,
  ) {
    const known = client.cache.readFragment<RunRecord>({
      id: client.cache.identify({ __typename: 'Run', id: runId }),
      fragment: RunState_RunFragmentDoc,
      fragmentName: 'RunState_run',
    })
    const state = known ? stateOf(known) : null
    this.view = { state, shown: state, summed: state, phase: 'loading', nowMs: 0 }
  }

  readonly get = (): FeedView => this.view

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  start(): void {
    if (this.release) return
    const known = this.view.state
    if (known && hasEnded(known.run)) this.publish({ phase: 'ended' })
    else if (known) this.follow()
    else this.load()
  }

  stop(): void {
    this.release?.()
    this.release = null
    clearTimeout(this.retry)
    this.cancelFrame?.()
    this.cancelFrame = null
    this.buffer = []
  }

  /** A lane came into sight or went out of it. */
  readonly see = (position: number, seen: boolean): void => {
    if (seen) this.unseen.delete(position)
    else this.unseen.add(position)
  }

  /** Begins anew after `missing` or `unreachable`. */
  again(): void {
    this.stop()
    this.publish({ phase: 'loading' })
    this.load()
  }

  private load(): void {
    let wanted = true
    this.release = () => (wanted = false)
    this.client
      .query({ query: RunDocument, variables: { id: this.runId }, fetchPolicy: 'network-only' })
      .then(({ data }) => wanted && this.loaded(data?.run ?? null))
      .catch((error: unknown) => {
        if (!wanted) return
        this.release = null
        const { code } = failureOf(error)
        if (code === 'NOT_FOUND' || code === 'BAD_USER_INPUT') this.publish({ phase: 'missing' })
        else if (this.view.state) this.lost(error)
        else this.publish({ phase: 'unreachable' })
      })
  }

  private loaded(run: RunRecord | null): void {
    this.release = null
    if (!run) {
      this.publish({ phase: 'missing' })
      return
    }
    const state = stateOf(run, -1, this.view.state)
    if (hasEnded(run)) this.publish({ state, phase: 'ended' })
    else {
      // What is shown already may be newer than what is stored; the first event brings the whole of it anyhow.
      if (!this.view.state) this.publish({ state })
      this.follow()
    }
  }

  private follow(): void {
    const subscription = this.client
      .subscribe({ query: RunEventsDocument, variables: { runId: this.runId }, fetchPolicy: 'no-cache' })
      .subscribe({
        next: ({ data, error }) => {
          if (error) this.lost(error)
          else if (data) this.receive(data.runEvents)
        },
        error: (error: unknown) => this.lost(error),
        complete: () => this.completed(),
      })
    this.release = () => subscription.unsubscribe()
    this.tick()
  }

  private receive(event: RunEvent): void {
    this.origin = Math.min(this.origin, performance.now() - event.atMs)
    this.buffer.push(event)
    if (event.__typename === 'RunFinished') this.store(event.run)
    this.tick()
  }

  /** The one write to the cache: what the run came to. */
  private store(run: RunRecord): void {
    this.client.writeQuery({ query: RunDocument, variables: { id: this.runId }, data: { run } })
  }

  private lost(error: unknown): void {
    this.stop()
    if (failureOf(error).code === 'NOT_FOUND') {
      this.publish({ phase: 'missing' })
      return
    }
    this.publish({ phase: 'lost' })
    this.retry = setTimeout(() => this.load(), RETRY_MS)
  }

  private completed(): void {
    this.flush()
    this.release = null
    if (this.view.phase !== 'ended') this.retry = setTimeout(() => this.load(), RETRY_MS)
  }

  private tick(): void {
    if (this.cancelFrame) return
    this.cancelFrame = onNextFrame((frameAt) => {
      this.cancelFrame = null
      if (this.isTime(frameAt)) this.flush()
      if (this.release && this.view.phase !== 'ended') this.tick()
    })
  }

  /** Whether the page has rested as long as it took, beyond a frame, to show what came before. */
  private isTime(frameAt: number): boolean {
    const sinceMs = frameAt - this.taken.at
    this.taken.tookMs ??= sinceMs
    const isTime = sinceMs >= Math.min(MOST_FLUSH_MS, Math.max(FLUSH_MS, 2 * this.taken.tookMs - FRAME_MS))
    if (isTime) this.taken = { at: frameAt, tookMs: null }
    return isTime
  }

  private flush(): void {
    const events = this.buffer
    this.buffer = []
    const state = events.reduce(runReducer, this.view.state)
    const ended = state !== null && hasEnded(state.run)
    const phase = ended ? 'ended' : events.length > 0 ? 'following' : this.view.phase
    this.publish({ state, phase, nowMs: this.clock() })
    if (state?.torn && !ended) this.mend()
  }

  private clock(): number {
    const nowMs = performance.now() - this.origin
    return Math.abs(nowMs - this.view.nowMs) < CLOCK_MS ? this.view.nowMs : nowMs
  }

  /** A fresh subscription brings a fresh snapshot. */
  private mend(): void {
    this.stop()
    if (this.view.state) this.publish({ state: { ...this.view.state, torn: false } })
    this.follow()
  }

  private publish(change: Partial<Omit<FeedView, 'shown' | 'summed'>>): void {
    const { shown, summed, nowMs, ...rest } = this.view
    const { state, phase, nowMs: now } = { nowMs, ...rest, ...change }
    const isLive = phase === 'following'
    this.view = {
      state,
      shown: isLive ? takeTurn(shown, state, this.turn++, this.unseen) : state,
      summed: isLive && now === nowMs ? summed : state,
      phase,
      nowMs: now,
    }
    for (const listener of this.listeners) listener()
  }
}

/** A hidden page has no frames; it still has to take in what arrives, only seldom. */
function onNextFrame(action: (frameAt: number) => void): () => void {
  if (document.hidden) {
    const timer = setTimeout(() => action(performance.now()), HIDDEN_FLUSH_MS)
    return () => clearTimeout(timer)
  }
  const frame = requestAnimationFrame(action)
  return () => cancelAnimationFrame(frame)
}

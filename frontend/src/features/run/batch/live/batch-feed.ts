import { BatchDocument, BatchEventsDocument, BatchRunsDocument, type BatchQuery } from '@/__generated__/graphql'
import { lacksText, stateOf, withEvents, withHead, withRuns } from '@/features/run/batch/live/batch-reducer'
import { isFinal, type BatchEvent, type BatchState } from '@/features/run/batch/live/batch-state'
import { failureOf } from '@/lib/graphql-error'
import type { ApolloClient } from '@apollo/client'

export const PAGE_SIZE = 100

/** What the page knows of a batch, and how it fares with getting more. */
export interface BatchView {
  state: BatchState | null
  /** `lost`: events cannot be had at the moment; `missing`: there is no such batch. */
  phase: 'loading' | 'following' | 'lost' | 'ended' | 'missing' | 'unreachable'
}

/** Ten times a second is as lively as a table can be read. */
const FLUSH_MS = 100
const RETRY_MS = 1_500
/** How often the server is asked what is being made, which no event tells. */
const POLL_MS = 2_500

/**
 * One batch, followed. Its rows are asked for by pages, without texts but for those in sight, and then kept by its events,
 * which wait in a buffer and are taken in together. Between `start` and `stop` one subscription lives.
 */
export class BatchFeed {
  private view: BatchView = { state: null, phase: 'loading' }
  private readonly listeners = new Set<() => void>()
  private buffer: BatchEvent[] = []
  /** Where each page begins, as far as that is known. */
  private readonly cursors: (string | null)[] = [null]
  private shown: readonly number[] = [0]
  /** The pages whose texts are on their way. */
  private readonly fetchingText = new Set<number>()
  private timers = new Set<ReturnType<typeof setTimeout>>()
  private flushing = false
  private release: (() => void) | null = null
  /** Counts starts: what an earlier one asked for is not wanted any more. */
  private life = 0

  constructor(
    private readonly client: ApolloClient,
    private readonly batchId: string,
  ) {}

  readonly get = (): BatchView => this.view

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  start(): void {
    this.life++
    void this.load(this.life)
  }

  stop(): void {
    this.life++
    this.release?.()
    this.release = null
    for (const timer of this.timers) clearTimeout(timer)
    this.timers.clear()
    this.buffer = []
    this.flushing = false
    this.fetchingText.clear()
  }

  /** Begins anew after `missing` or `unreachable`. */
  again(): void {
    this.stop()
    this.publish({ phase: 'loading' })
    this.start()
  }

  /** Tells which pages of rows are in sight, so that their texts are there. */
  show(pages: readonly number[]): void {
    this.shown = pages
    this.fetchTexts()
  }

  private async load(life: number): Promise<void> {
    try {
      const options = { query: BatchDocument, variables: { id: this.batchId }, fetchPolicy: 'no-cache' } as const
      const { data } = await this.client.query(options)
      if (life !== this.life) return
      if (data?.batch) this.loaded(data.batch, life)
      else this.publish({ phase: 'missing' })
    } catch (error) {
      if (life === this.life) this.failed(error)
    }
  }

  private loaded(batch: NonNullable<BatchQuery['batch']>, life: number): void {
    const { runs, ...head } = batch
    const known = this.view.state
    const first = runs.nodes[0]
    const shape = {
      lanes: first?.lanes ?? [],
      iterations: first?.iterations ?? 1,
      hasCheck: first?.check != null,
      messages: runs.totalCount,
    }
    const state = known ? withHead(known, head) : stateOf(head, shape)
    this.publish({ state, phase: known ? this.view.phase : 'loading' })
    if (isFinal(head.status)) {
      this.publish({ phase: 'ended' })
      void this.loadPages(life)
    } else {
      this.follow(life)
      this.poll(life, 0)
    }
  }

  /** All rows, one page after another. */
  private async loadPages(life: number): Promise<void> {
    try {
      for (let page = 0; page < this.pageCount() && life === this.life; page++) {
        await this.loadPage(page, this.showsTexts() && this.shown.includes(page), life)
      }
      this.fetchTexts()
    } catch (error) {
      if (life === this.life) this.failed(error)
    }
  }

  private async loadPage(page: number, withText: boolean, life: number): Promise<void> {
    const variables = { id: this.batchId, after: this.cursors[page] ?? null, withText }
    const { data } = await this.client.query({ query: BatchRunsDocument, variables, fetchPolicy: 'no-cache' })
    if (life !== this.life || !data?.batch || !this.view.state) return
    const { runs, ...head } = data.batch
    if (runs.pageInfo.endCursor !== null) this.cursors[page + 1] = runs.pageInfo.endCursor
    this.flush()
    // A head that says that all has ended would leave events behind; the last event says it, too.
    const state = isFinal(head.status) ? this.view.state : withHead(this.view.state, head)
    this.publish({ state: withRuns(state, runs.nodes) })
  }

  private follow(life: number): void {
    const subscription = this.client
      .subscribe({ query: BatchEventsDocument, variables: { batchId: this.batchId }, fetchPolicy: 'no-cache' })
      .subscribe({
        next: ({ data, error }) => {
          if (error) this.failed(error)
          else if (data) this.receive(data.batchEvents, life)
        },
        error: (error: unknown) => this.failed(error),
        complete: () => this.completed(life),
      })
    this.release = () => subscription.unsubscribe()
  }

  private receive(event: BatchEvent, life: number): void {
    this.buffer.push(event)
    // It stands for everything that was missed, the rows among it.
    if (event.__typename === 'BatchSnapshot') void this.loadPages(life)
    if (this.flushing) return
    this.flushing = true
    this.after(FLUSH_MS, () => this.flush())
  }

  private flush(): void {
    this.flushing = false
    const events = this.buffer
    this.buffer = []
    if (!this.view.state || events.length === 0) return
    const state = withEvents(this.view.state, events)
    this.publish({ state, phase: isFinal(state.head.status) ? 'ended' : 'following' })
  }

  private completed(life: number): void {
    this.flush()
    this.release = null
    if (this.view.phase !== 'ended') this.after(RETRY_MS, () => void this.load(life))
  }

  private failed(error: unknown): void {
    this.stop()
    const { code } = failureOf(error)
    if (code === 'NOT_FOUND' || code === 'BAD_USER_INPUT') this.publish({ phase: 'missing' })
    else if (!this.view.state) this.publish({ phase: 'unreachable' })
    else {
      if (!isFinal(this.view.state.head.status)) this.publish({ phase: 'lost' })
      this.after(RETRY_MS, () => this.start())
    }
  }

  /** Asks again for a page in sight, one after another, as long as the batch goes on. */
  private poll(life: number, turn: number): void {
    this.after(POLL_MS, () => {
      if (this.view.phase === 'ended') return
      const page = this.shown[turn % Math.max(1, this.shown.length)] ?? 0
      const asked = document.hidden ? Promise.resolve() : this.loadPage(page, false, life)
      void asked.catch(() => undefined).then(() => life === this.life && this.poll(life, turn + 1))
    })
  }

  private fetchTexts(): void {
    if (!this.showsTexts()) return
    const { life } = this
    for (const page of this.shown) {
      const rows = this.view.state?.rows.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE) ?? []
      if (!rows.some(lacksText) || this.cursors[page] === undefined || this.fetchingText.has(page)) continue
      this.fetchingText.add(page)
      void this.loadPage(page, true, life)
        .catch(() => undefined)
        .then(() => this.fetchingText.delete(page))
    }
  }

  /** The cell of a lane that was asked several times shows numbers alone. */
  private showsTexts(): boolean {
    return this.view.state?.shape.iterations === 1
  }

  private pageCount(): number {
    return Math.ceil((this.view.state?.shape.messages ?? 0) / PAGE_SIZE)
  }

  private after(ms: number, action: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      action()
    }, ms)
    this.timers.add(timer)
  }

  private publish(change: Partial<BatchView>): void {
    this.view = { ...this.view, ...change }
    for (const listener of this.listeners) listener()
  }
}

import type { Observable } from '@graphiql/toolkit'
import type { ExecutionResult } from 'graphql'
import type { Sink } from 'graphql-ws'

const SHOWN = 300
const PAUSE_MS = 100

/** What a subscription brought so far. The newest stands first, so that it is seen without scrolling. */
interface EventLog extends ExecutionResult {
  received: number
  newestFirst: ExecutionResult[]
}

type Subscribe = (sink: Sink<ExecutionResult>) => () => void

/** All events of a subscription, where GraphiQL by itself shows only the last. */
export function logEvents(subscribe: Subscribe): Observable<EventLog> {
  return {
    subscribe(observer: Sink<EventLog>) {
      const recorder = new Recorder(observer)
      const stop = subscribe(recorder)
      return {
        unsubscribe() {
          recorder.close()
          stop()
        },
      }
    },
  } as Observable<EventLog>
}

/** Shows the log ten times a second at most: an editor is slower than a stream. */
class Recorder implements Sink<ExecutionResult> {
  private received = 0
  private newestFirst: ExecutionResult[] = []
  private timer: ReturnType<typeof setTimeout> | undefined
  private isClosed = false

  constructor(private readonly observer: Sink<EventLog>) {}

  next(event: ExecutionResult): void {
    this.received++
    this.newestFirst = [event, ...this.newestFirst.slice(0, SHOWN - 1)]
    this.timer ??= setTimeout(() => this.show(), PAUSE_MS)
  }

  error(error: unknown): void {
    if (this.isClosed) return
    this.close()
    this.observer.error(error)
  }

  complete(): void {
    if (this.isClosed) return
    this.show()
    this.close()
    this.observer.complete()
  }

  /** Nothing is shown afterwards: the tab may show something else by then. */
  close(): void {
    this.isClosed = true
    clearTimeout(this.timer)
  }

  private show(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    this.observer.next({ received: this.received, newestFirst: this.newestFirst })
  }
}

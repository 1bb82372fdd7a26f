import { expect, type Page } from '@playwright/test'
import type { StoredRun } from './api'

interface RunEvent {
  __typename: string
  runId: string
  sequence: number
  run?: StoredRun
  resultId?: string
  text?: string
  kind?: 'ANSWER' | 'REASONING'
  offset?: number
}

/** The run events that the page's websocket received, in order. Listen before the page opens it. */
export class ReceivedEvents {
  private readonly events: RunEvent[] = []

  constructor(page: Page) {
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => this.take(String(payload)))
    })
  }

  /** How many pieces of text a result was sent in. */
  pieces(resultId: string): number {
    return this.events.filter((event) => event.resultId === resultId).length
  }

  /** Fails unless each event came once and in order, and together they make the run as it is stored. */
  expectToMake(stored: StoredRun): void {
    const [snapshot, ...rest] = this.events
    if (snapshot?.run === undefined) throw new Error('The first event is not a snapshot.')
    expect(this.events.map(({ sequence }) => sequence)).toEqual(
      this.events.map((_, index) => snapshot.sequence + index),
    )
    expect(rest.at(-1)?.__typename).toBe('RunFinished')
    const texts = new Map(
      snapshot.run.results.flatMap((it) => [
        [`${it.id} ANSWER`, it.text],
        [`${it.id} REASONING`, it.reasoning],
      ]),
    )
    for (const { resultId, kind, offset, text } of rest) {
      if (resultId === undefined || text === undefined) continue
      const before = texts.get(`${resultId} ${kind}`) ?? ''
      expect(offset).toBe(before.length)
      texts.set(`${resultId} ${kind}`, before + text)
    }
    for (const { id, text, reasoning } of stored.results) {
      expect(texts.get(`${id} ANSWER`)).toBe(text)
      expect(texts.get(`${id} REASONING`)).toBe(reasoning)
    }
  }

  private take(frame: string): void {
    const message = JSON.parse(frame) as { type: string; payload?: { data?: { runEvents?: RunEvent } } }
    const event = message.payload?.data?.runEvents
    if (message.type === 'next' && event) this.events.push(event)
  }
}

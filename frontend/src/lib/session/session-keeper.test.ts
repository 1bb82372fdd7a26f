import { SessionKeeper, type SharedSession, type TabMessage } from '@/lib/session/session-keeper'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const MINUTE = 60_000
const LIFETIME = 15 * MINUTE

/** A browser made by hand: its tabs share a store, a lock and a channel; `server` answers renewals. */
class TestingBrowser {
  shared: SharedSession | null = null
  renewals = 0
  startedOver = 0
  server: 'up' | 'refuses' | 'down' = 'up'
  private readonly tabs: SessionKeeper[] = []
  private lock: Promise<unknown> = Promise.resolve()

  tab({ locks = true } = {}): SessionKeeper {
    const keeper: SessionKeeper = new SessionKeeper({
      now: Date.now,
      askRenewal: () => this.answer(),
      alone: (work) => (locks ? this.queue(work) : work()),
      readShared: () => this.shared,
      writeShared: (shared) => (this.shared = shared),
      tell: (message) => this.tell(keeper, message),
      startOver: () => this.startedOver++,
    })
    this.tabs.push(keeper)
    return keeper
  }

  openTab(): SessionKeeper {
    const tab = this.tab()
    tab.open('ada', Date.now() + LIFETIME)
    return tab
  }

  private async answer(): Promise<number | null> {
    this.renewals++
    await new Promise((resolve) => setTimeout(resolve, 100))
    if (this.server === 'down') throw new TypeError('Failed to fetch')
    return this.server === 'up' ? Date.now() + LIFETIME : null
  }

  private queue<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.lock.then(work)
    this.lock = turn
    return turn
  }

  private tell(from: SessionKeeper, message: TabMessage): void {
    for (const tab of this.tabs) if (tab !== from) setTimeout(() => tab.hear(message))
  }
}

let browser: TestingBrowser

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-21T06:00:00Z') })
  browser = new TestingBrowser()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('a session', () => {
  it('is renewed a few minutes before its end, and again', async () => {
    browser.openTab()
    await vi.advanceTimersByTimeAsync(11 * MINUTE)
    expect(browser.renewals).toBe(0)
    await vi.advanceTimersByTimeAsync(2 * MINUTE)
    expect(browser.renewals).toBe(1)
    await vi.advanceTimersByTimeAsync(13 * MINUTE)
    expect(browser.renewals).toBe(2)
  })

  it('is renewed once, however many requests are refused', async () => {
    const tab = browser.openTab()
    await vi.advanceTimersByTimeAsync(1_000)
    const renewals = Promise.all([tab.renew(), tab.renew(), tab.renew()])
    await vi.advanceTimersByTimeAsync(200)
    expect(await renewals).toEqual(['renewed', 'renewed', 'renewed'])
    expect(browser.renewals).toBe(1)
  })

  it('is not renewed for a request that was sent before the last renewal', async () => {
    const tab = browser.openTab()
    const sentAt = Date.now() + 10
    await vi.advanceTimersByTimeAsync(20)
    void tab.renew()
    await vi.advanceTimersByTimeAsync(200)
    expect(await tab.renew(sentAt)).toBe('renewed')
    expect(browser.renewals).toBe(1)
  })

  it('is renewed by one of many tabs', async () => {
    const tabs = [browser.openTab(), browser.openTab(), browser.openTab()]
    await vi.advanceTimersByTimeAsync(1_000)
    const renewals = Promise.all(tabs.map((tab) => tab.renew()))
    await vi.advanceTimersByTimeAsync(500)
    expect(await renewals).toEqual(['renewed', 'renewed', 'renewed'])
    expect(browser.renewals).toBe(1)
    await vi.advanceTimersByTimeAsync(12.5 * MINUTE)
    expect(browser.renewals).toBe(2)
  })

  it('is renewed when the machine wakes up late', async () => {
    const tab = browser.openTab()
    vi.setSystemTime(Date.now() + 60 * MINUTE)
    void tab.freshen()
    await vi.advanceTimersByTimeAsync(200)
    expect(browser.renewals).toBe(1)
    expect(tab.standing.get()).toBe('open')
  })

  it('is not renewed in haste where this machine’s clock is ahead', async () => {
    const tab = browser.tab()
    tab.open('ada', Date.now() - MINUTE)
    vi.spyOn(browser as unknown as { answer: () => Promise<number> }, 'answer').mockImplementation(() => {
      browser.renewals++
      return Promise.resolve(Date.now() - MINUTE)
    })
    await vi.advanceTimersByTimeAsync(5 * MINUTE)
    expect(browser.renewals).toBeLessThanOrEqual(10)
    expect(browser.renewals).toBeGreaterThan(0)
  })

  it('needs no renewal where nobody signs in', async () => {
    const tab = browser.tab()
    tab.open('local', null)
    await vi.advanceTimersByTimeAsync(24 * 60 * MINUTE)
    await tab.ready()
    expect(browser.renewals).toBe(0)
  })

  it('outlives a server that is down', async () => {
    const tab = browser.openTab()
    browser.server = 'down'
    await vi.advanceTimersByTimeAsync(13 * MINUTE)
    expect(tab.standing.get()).toBe('open')
    browser.server = 'up'
    await vi.advanceTimersByTimeAsync(MINUTE)
    expect(tab.standing.get()).toBe('open')
    expect(browser.shared?.expiresAt).toBeGreaterThan(Date.now() + 10 * MINUTE)
  })
})

describe('the end of a session', () => {
  it('is a refused renewal; from then on nothing is asked', async () => {
    const tab = browser.openTab()
    browser.server = 'refuses'
    await vi.advanceTimersByTimeAsync(13 * MINUTE)
    expect(tab.standing.get()).toBe('ended')
    await vi.advanceTimersByTimeAsync(60 * MINUTE)
    expect(await tab.renew()).toBe('refused')
    expect(browser.renewals).toBe(1)
  })

  it('is not what a stranger meets', async () => {
    const tab = browser.tab()
    browser.server = 'refuses'
    void tab.renew()
    await vi.advanceTimersByTimeAsync(200)
    expect(tab.standing.get()).toBe('stranger')
  })

  it('is told to the other tabs at once', async () => {
    const [here, there] = [browser.openTab(), browser.openTab()]
    await vi.advanceTimersByTimeAsync(1_000)
    here.signedOut()
    await vi.advanceTimersByTimeAsync(1)
    expect(there.standing.get()).toBe('ended')
    expect(browser.shared).toBeNull()
  })

  it('is over when the same person signs in again in another tab', async () => {
    const [here, there] = [browser.openTab(), browser.openTab()]
    browser.server = 'refuses'
    await vi.advanceTimersByTimeAsync(13 * MINUTE)
    expect([here.standing.get(), there.standing.get()]).toEqual(['ended', 'ended'])
    let ready = false
    void there.ready().then(() => (ready = true))
    await vi.advanceTimersByTimeAsync(MINUTE)
    expect(ready).toBe(false)

    browser.server = 'up'
    browser.openTab()
    await vi.advanceTimersByTimeAsync(1)
    expect([here.standing.get(), there.standing.get()]).toEqual(['open', 'open'])
    expect(ready).toBe(true)
  })

  it('does not pass when a tab only looks at what was known before', async () => {
    const tab = browser.openTab()
    browser.server = 'refuses'
    await vi.advanceTimersByTimeAsync(13 * MINUTE)
    await tab.freshen()
    expect(tab.standing.get()).toBe('ended')
  })

  it('starts the page over where somebody else signs in', async () => {
    browser.openTab()
    await vi.advanceTimersByTimeAsync(1_000)
    browser.tab().open('bob', Date.now() + LIFETIME)
    await vi.advanceTimersByTimeAsync(1)
    expect(browser.startedOver).toBe(1)
  })

  it('is not believed where another tab renewed at the same time, without locks', async () => {
    const slow = browser.tab({ locks: false })
    slow.open('ada', Date.now() + LIFETIME)
    await vi.advanceTimersByTimeAsync(1_000)
    browser.server = 'refuses'
    const renewal = slow.renew()
    await vi.advanceTimersByTimeAsync(50)
    browser.shared = { userId: 'ada', expiresAt: Date.now() + LIFETIME, goodAt: Date.now() }
    await vi.advanceTimersByTimeAsync(100)
    expect(await renewal).toBe('renewed')
    expect(slow.standing.get()).toBe('open')
  })

  it('lets a waiting sign-in page look again when another tab signs in', async () => {
    const door = browser.tab()
    door.refuse()
    browser.openTab()
    await vi.advanceTimersByTimeAsync(1)
    expect(door.standing.get()).toBe('unknown')
  })
})

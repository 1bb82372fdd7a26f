import { createSignal, type Signal } from '@/lib/signal'

/**
 * How the page stands with the server. `unknown`: not asked yet; `unreachable`: asked in vain; `open`: somebody may work,
 * also where nobody has to sign in; `stranger`: nobody was signed in when the page was opened; `ended`: somebody was, and is
 * no more.
 */
export type Standing = 'unknown' | 'unreachable' | 'open' | 'stranger' | 'ended'

/** What came of a renewal. `unreachable` ends nothing: a server that is down has not signed anybody out. */
export type Renewal = 'renewed' | 'refused' | 'unreachable'

/** Who is signed in and for how long; times in milliseconds on this machine's clock. Never a token: those the page cannot see. */
export interface SharedSession {
  userId: string
  /** Null for whoever needs no renewal. */
  expiresAt: number | null
  /** When the server last said so. */
  goodAt: number
}

/** What tabs tell one another. */
export type TabMessage = { kind: 'open'; session: SharedSession } | { kind: 'signedOut' }

/** What the keeper needs of the browser. */
export interface SessionWorld {
  now: () => number
  /** `POST /auth/refresh`: until when access lasts now; null where the server refused. Throws where no answer came. */
  askRenewal: () => Promise<number | null>
  /** Runs one at a time across the tabs, where the browser can. */
  alone: <T>(work: () => Promise<T>) => Promise<T>
  /** What all tabs of this browser know. */
  readShared: () => SharedSession | null
  writeShared: (session: SharedSession | null) => void
  tell: (message: TabMessage) => void
  /** Begins the page anew, as somebody else's. */
  startOver: () => void
}

/** So long before the end access is renewed. */
const MARGIN_MS = 3 * 60_000
/** Two renewals are not closer together, however wrong this machine's clock is. */
const LEAST_PAUSE_MS = 30_000
/** The longest that a browser's timer can wait. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/**
 * Keeps the session of this browser alive while a page of it is open. The server's access cookie is short-lived; this
 * renews it before it ends, or when a request was refused, once for all requests and all tabs. A refused renewal is the
 * end of the session.
 */
export class SessionKeeper {
  readonly standing: Signal<Standing> = createSignal<Standing>('unknown')
  private userId: string | null = null
  private expiresAt: number | null = null
  /** When access was last known to be good, here or in another tab, and when to be gone; 0 for never. */
  private goodAt = 0
  private goneAt = 0
  private renewedAt = 0
  private flight: Promise<Renewal> | null = null
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly world: SessionWorld) {}

  /** Somebody may work here. `expiresAt` is null where nothing has to be renewed. */
  open(userId: string, expiresAt: number | null): void {
    this.userId = userId
    // A renewal of a moment ago counts by this machine's own clock, and so knows better.
    if (expiresAt === null || this.dueIn() <= 0 || this.expiresAt === null) this.expiresAt = expiresAt
    this.goodAt = this.world.now()
    this.standing.set('open')
    this.share()
    this.schedule()
  }

  /** Nobody is signed in, as the opening page learned. */
  refuse(): void {
    const was = this.standing.get()
    this.stop(was === 'open' || was === 'ended' ? 'ended' : 'stranger')
  }

  /** The opening page got no answer. */
  lose(): void {
    this.standing.set('unreachable')
  }

  /** Who is there has to be asked again. */
  reset(): void {
    this.stop('unknown')
  }

  /** Signed out on purpose: the other tabs learn it at once. This one is about to leave. */
  signedOut(): void {
    this.stop(this.standing.get())
    this.world.writeShared(null)
    this.world.tell({ kind: 'signedOut' })
  }

  /**
   * Renews the session, once however many ask. `since` is when that was sent which the server refused: a renewal that is
   * younger, here or in another tab, answers it already.
   */
  renew(since: number = this.world.now()): Promise<Renewal> {
    if (this.goodAt >= since) return Promise.resolve('renewed')
    if (this.standing.get() === 'ended') return Promise.resolve('refused')
    this.flight ??= this.world
      .alone(() => this.renewUnlessDone(since))
      .finally(() => {
        this.flight = null
        this.schedule()
      })
    return this.flight
  }

  /** Renews where the end is near: by the timer, before a connection, and when the machine wakes up. */
  async freshen(): Promise<void> {
    this.adopt(this.world.readShared())
    if (this.flight) await this.flight
    else if (this.standing.get() === 'open' && this.dueIn() <= 0) await this.renew()
    else this.schedule()
  }

  /** Waits until somebody may work, with access that lasts a while. It never fails. */
  async ready(): Promise<void> {
    await this.freshen()
    if (this.standing.get() === 'open') return
    await new Promise<void>((resolve) => {
      const leave = this.standing.subscribe(() => {
        if (this.standing.get() !== 'open') return
        leave()
        resolve()
      })
    })
  }

  /** What another tab has told. */
  hear(message: TabMessage): void {
    const standing = this.standing.get()
    if (message.kind === 'signedOut') {
      if (standing === 'open' && this.expiresAt !== null) this.stop('ended')
    } else if (standing === 'stranger') this.reset()
    else this.adopt(message.session)
  }

  private async renewUnlessDone(since: number): Promise<Renewal> {
    this.adopt(this.world.readShared())
    if (this.goodAt >= since) return 'renewed'
    try {
      const expiresAt = await this.world.askRenewal()
      if (expiresAt !== null) return this.renewed(expiresAt)
    } catch {
      return 'unreachable'
    }
    // Where there are no locks another tab may have been faster, and so have used up what this one sent.
    this.adopt(this.world.readShared())
    if (this.goodAt >= since) return 'renewed'
    this.refuse()
    return 'refused'
  }

  private renewed(expiresAt: number): Renewal {
    this.expiresAt = expiresAt
    this.renewedAt = this.goodAt = this.world.now()
    this.share()
    return 'renewed'
  }

  /** Takes over what another tab knows better: a later renewal, a new sign-in, or that somebody else is there now. */
  private adopt(shared: SharedSession | null): void {
    if (!shared || this.userId === null || shared.goodAt <= Math.max(this.goodAt, this.goneAt)) return
    if (shared.userId !== this.userId) {
      this.world.startOver()
      return
    }
    this.expiresAt = shared.expiresAt
    this.goodAt = shared.goodAt
    this.standing.set('open')
    this.schedule()
  }

  private share(): void {
    if (this.userId === null) return
    const session = { userId: this.userId, expiresAt: this.expiresAt, goodAt: this.goodAt }
    this.world.writeShared(session)
    this.world.tell({ kind: 'open', session })
  }

  private stop(standing: Standing): void {
    clearTimeout(this.timer)
    this.expiresAt = null
    this.goodAt = 0
    this.goneAt = this.world.now()
    this.standing.set(standing)
  }

  /** How long until the next renewal, in milliseconds; nothing or less when it is late. */
  private dueIn(): number {
    if (this.expiresAt === null) return Infinity
    return Math.max(this.expiresAt - MARGIN_MS, this.renewedAt + LEAST_PAUSE_MS) - this.world.now()
  }

  private schedule(): void {
    clearTimeout(this.timer)
    const dueIn = this.dueIn()
    if (this.standing.get() !== 'open' || dueIn === Infinity) return
    // Late already, for the last try got no answer: again in a while.
    const wait = dueIn > 0 ? dueIn : LEAST_PAUSE_MS
    this.timer = setTimeout(() => void this.freshen(), Math.min(wait, LONGEST_TIMER_MS))
  }
}

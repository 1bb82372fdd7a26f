import { askRenewal } from '@/lib/session/auth-requests'
import { SessionKeeper, type SharedSession, type TabMessage } from '@/lib/session/session-keeper'
import { recall, remember } from '@/lib/storage'
import { z } from '@/lib/zod'

const NAME = 'session'

const sharedSession = z.object({ userId: z.string(), expiresAt: z.number().nullable(), goodAt: z.number() })

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('assay.session')

/** The session of this page. Tabs share it by the browser's storage and tell one another of changes. */
export const session = new SessionKeeper({
  now: Date.now,
  askRenewal,
  alone,
  readShared,
  writeShared: (shared) => remember(NAME, shared ?? undefined),
  tell: (message) => channel?.postMessage(message),
  startOver: () => window.location.reload(),
})

/** Listens to the other tabs, and looks after the session when the machine wakes up or the tab is looked at again. */
export function watchSession(): void {
  channel?.addEventListener('message', (event: MessageEvent<TabMessage>) => session.hear(event.data))
  const lookAfter = () => {
    if (!document.hidden) void session.freshen()
  }
  document.addEventListener('visibilitychange', lookAfter)
  for (const event of ['focus', 'online', 'pageshow']) window.addEventListener(event, lookAfter)
}

function readShared(): SharedSession | null {
  return sharedSession.safeParse(recall(NAME)).data ?? null
}

/** One tab at a time. Browsers have locks only on https and localhost; the keeper bears with two tabs at once. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  if (!('locks' in navigator)) return work()
  return navigator.locks.request('assay.session', work)
}

import { session } from '@/lib/session/session'
import type { Standing } from '@/lib/session/session-keeper'
import { useSyncExternalStore } from 'react'

/** How the page stands with the server, as it changes. */
export function useStanding(): Standing {
  return useSyncExternalStore(session.standing.subscribe, session.standing.get)
}

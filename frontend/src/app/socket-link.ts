import { keepSeedsIn } from '@/app/exact-seeds'
import { connection } from '@/lib/connection'
import type { SessionKeeper } from '@/lib/session/session-keeper'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { createClient } from 'graphql-ws'

const NORMAL_CLOSURE = 1000
/** The server's word that nobody is signed in here any more, or that who is may not. */
const UNAUTHORIZED = [4401, 4403]
const LONGEST_WAIT_MS = 10_000

/**
 * The websocket: opened by the first subscription, sought again for ever with growing pauses. It is opened only with a
 * session that lasts a while, and waits while there is none.
 */
export function createSocketLink(session: SessionKeeper): GraphQLWsLink {
  return new GraphQLWsLink(
    createClient({
      url: async () => {
        await session.ready()
        return socketAddress()
      },
      keepAlive: 15_000,
      webSocketImpl: SeedKeepingSocket,
      // The next run finds the socket open, and so misses none of its first tokens.
      lazyCloseTimeout: 120_000,
      retryAttempts: Infinity,
      shouldRetry: () => true,
      retryWait: (retries) => pause(Math.min(LONGEST_WAIT_MS, 250 * 2 ** retries) * (0.75 + Math.random() / 2)),
      on: {
        connected: () => connection.set('open'),
        closed: (event) => {
          const { code } = event as CloseEvent
          connection.set(code === NORMAL_CLOSURE ? 'idle' : 'lost')
          if (UNAUTHORIZED.includes(code)) void session.renew()
        },
      },
    }),
  )
}

/** Its listener comes first, so that who reads the message finds the seeds kept. */
class SeedKeepingSocket extends WebSocket {
  constructor(...address: ConstructorParameters<typeof WebSocket>) {
    super(...address)
    this.addEventListener('message', keepSeedsIn)
  }
}

function socketAddress(): string {
  const url = new URL('/graphql-ws', window.location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return url.href
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

import { ViewerDocument, type ViewerQuery } from '@/__generated__/graphql'
import { session } from '@/lib/session/session'
import { ownBy } from '@/lib/storage'
import type { ApolloClient } from '@apollo/client'

export type Viewer = NonNullable<ViewerQuery['viewer']>

let opening: Promise<void> | null = null

/** Finds out who is here, once however many ask; `session.standing` tells what came of it. It never fails. */
export function openSession(client: ApolloClient): Promise<void> {
  opening ??= open(client).finally(() => {
    opening = null
  })
  return opening
}

/** Access that is over looks like no session at all: one renewal tells them apart. */
async function open(client: ApolloClient): Promise<void> {
  try {
    const viewer = (await askViewer(client)) ?? (await askRenewedViewer(client))
    if (!viewer) {
      session.refuse()
      return
    }
    ownBy(viewer.id)
    session.open(viewer.id, viewer.accessExpiresAt === null ? null : Date.parse(viewer.accessExpiresAt))
  } catch {
    session.lose()
  }
}

async function askRenewedViewer(client: ApolloClient): Promise<Viewer | null> {
  const renewal = await session.renew()
  if (renewal === 'unreachable') throw new Error('The session could not be renewed.')
  return renewal === 'renewed' ? askViewer(client) : null
}

async function askViewer(client: ApolloClient): Promise<Viewer | null> {
  const { data } = await client.query({ query: ViewerDocument, fetchPolicy: 'network-only' })
  return data?.viewer ?? null
}

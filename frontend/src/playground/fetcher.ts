import { session } from '@/lib/session/session'
import { logEvents } from '@/playground/event-log'
import { operationOf } from '@/playground/operation'
import { renewingFetch } from '@/playground/renewing-fetch'
import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit'
import { OperationTypeNode } from 'graphql'
import { createClient } from 'graphql-ws'

/** Access has run out, or the session has. */
const UNAUTHORIZED = 4401

const post = createGraphiQLFetcher({ url: '/graphql', fetch: renewingFetch, enableIncrementalDelivery: false })
const socket = createClient({
  url: () => window.location.origin.replace('http', 'ws') + '/graphql-ws',
  // The next try finds a session that lasts.
  on: { closed: (event) => void ((event as CloseEvent).code === UNAUTHORIZED && session.renew()) },
})

/** Queries and mutations by POST, subscriptions by websocket. */
export const fetcher: Fetcher = (request, options) => {
  const operation = operationOf(request.query, request.operationName)
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return post(request, options)
  return logEvents((sink) => socket.subscribe(request, sink))
}

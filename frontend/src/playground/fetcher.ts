import { logEvents } from '@/playground/event-log'
import { operationOf } from '@/playground/operation'
import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit'
import { OperationTypeNode } from 'graphql'
import { createClient } from 'graphql-ws'

const post = createGraphiQLFetcher({ url: '/graphql', enableIncrementalDelivery: false })
const socket = createClient({ url: () => window.location.origin.replace('http', 'ws') + '/graphql-ws' })

/** Queries and mutations by POST, subscriptions by websocket. */
export const fetcher: Fetcher = (request, options) => {
  const operation = operationOf(request.query, request.operationName)
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return post(request, options)
  return logEvents((sink) => socket.subscribe(request, sink))
}

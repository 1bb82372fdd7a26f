import { createSessionLink } from '@/app/session-link'
import { failureOf } from '@/lib/graphql-error'
import { SessionKeeper } from '@/lib/session/session-keeper'
import { ApolloClient, ApolloLink, gql, InMemoryCache, type TypedDocumentNode } from '@apollo/client'
import { ServerError } from '@apollo/client/errors'
import { of, throwError } from 'rxjs'
import { describe, expect, it, vi } from 'vitest'

const QUERY: TypedDocumentNode<{ hello: string }> = gql`
  query Hello {
    hello
  }
`

type Answer = 'hello' | 'refused' | 'refusedByStatus' | 'broken'

/** A server that gives these answers one after the other, and a session that can be renewed or not. */
function setUp(answers: Answer[], renewal: number | null | 'down') {
  const askRenewal = vi.fn(() =>
    renewal === 'down' ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(renewal),
  )
  const session = new SessionKeeper({
    now: Date.now,
    askRenewal,
    alone: (work) => work(),
    readShared: () => null,
    writeShared: () => undefined,
    tell: () => undefined,
    startOver: () => undefined,
  })
  session.open('ada', Date.now() + 900_000)
  const server = new ApolloLink(() => {
    const answer = answers.shift()
    if (answer === 'hello') return of({ data: { hello: 'you' } })
    if (answer === 'refusedByStatus') return throwError(unauthorized)
    const code = answer === 'broken' ? 'INTERNAL' : 'UNAUTHENTICATED'
    return of({ data: null, errors: [{ message: 'No.', extensions: { code } }] })
  })
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.from([createSessionLink(session), server]),
  })
  const ask = () =>
    client.query({ query: QUERY, fetchPolicy: 'network-only' }).then(
      ({ data }) => data?.hello,
      (error: unknown) => failureOf(error).code,
    )
  return { session, askRenewal, ask }
}

function unauthorized() {
  const response = new Response('', { status: 401 })
  return new ServerError('401', { response, bodyText: '' })
}

/** The keeper takes what it learned in the same millisecond for an answer. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('a refused request', () => {
  it.each(['refused', 'refusedByStatus'] as const)(
    'is sent again once the session is renewed (%s)',
    async (refused) => {
      const { ask, askRenewal } = setUp([refused, 'hello'], Date.now() + 900_000)
      await aWhile()
      expect(await ask()).toBe('you')
      expect(askRenewal).toHaveBeenCalledTimes(1)
    },
  )

  it('ends the session where it cannot be renewed, and the next is not even sent', async () => {
    const { ask, askRenewal, session } = setUp(['refused', 'hello'], null)
    await aWhile()
    expect(await ask()).toBe('UNAUTHENTICATED')
    expect(session.standing.get()).toBe('ended')
    expect(await ask()).toBe('UNAUTHENTICATED')
    expect(askRenewal).toHaveBeenCalledTimes(1)
  })

  it('ends the session where the renewed one is refused too', async () => {
    const { ask, session } = setUp(['refused', 'refused'], Date.now() + 900_000)
    await aWhile()
    expect(await ask()).toBe('UNAUTHENTICATED')
    expect(session.standing.get()).toBe('ended')
  })

  it('ends nothing where the server is down', async () => {
    const { ask, session } = setUp(['refused'], 'down')
    await aWhile()
    expect(await ask()).toBe('UNAUTHENTICATED')
    expect(session.standing.get()).toBe('open')
  })
})

it('leaves other errors alone', async () => {
  const { ask, askRenewal } = setUp(['broken'], null)
  await aWhile()
  expect(await ask()).toBe('INTERNAL')
  expect(askRenewal).not.toHaveBeenCalled()
})

import { failuresOf } from '@/lib/graphql-error'
import type { SessionKeeper } from '@/lib/session/session-keeper'
import { ApolloLink } from '@apollo/client'
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors'
import { SetContextLink } from '@apollo/client/link/context'
import { ErrorLink } from '@apollo/client/link/error'
import { GraphQLError } from 'graphql'
import { from, switchMap, tap, throwError } from 'rxjs'

const UNAUTHENTICATED = 'UNAUTHENTICATED'

/**
 * Renews the session when a request is refused for want of one, and sends the request again, once. Where that fails too the
 * session has ended and the refusal goes on to whoever asked; from then on nothing is sent.
 */
export function createSessionLink(session: SessionKeeper): ApolloLink {
  const renewing = new ErrorLink(({ error, operation, forward }) => {
    if (!isUnauthenticated(error)) return
    return from(session.renew(operation.getContext().sentAt as number)).pipe(
      switchMap((renewal) => (renewal === 'renewed' ? forward(operation) : throwError(() => error))),
      tap((result) => {
        if (result.errors && isUnauthenticated(new CombinedGraphQLErrors(result))) session.refuse()
      }),
    )
  })
  return ApolloLink.from([stopOnceEnded(session), new SetContextLink(() => ({ sentAt: Date.now() })), renewing])
}

/** Answers by itself once the session has ended. */
function stopOnceEnded(session: SessionKeeper): ApolloLink {
  return new ApolloLink((operation, forward) =>
    session.standing.get() === 'ended' ? throwError(refusal) : forward(operation),
  )
}

function refusal(): CombinedGraphQLErrors {
  const extensions = { code: UNAUTHENTICATED }
  return new CombinedGraphQLErrors({ data: null, errors: [new GraphQLError('', { extensions }).toJSON()] })
}

function isUnauthenticated(error: unknown): boolean {
  if (ServerError.is(error)) return error.statusCode === 401
  return failuresOf(error).some(({ code }) => code === UNAUTHENTICATED)
}

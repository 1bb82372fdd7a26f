import { CombinedGraphQLErrors } from '@apollo/client/errors'

/** What a failed operation comes down to. `code` is the server's; `UNREACHABLE` when no answer came at all. */
export interface Failure {
  code: string
  /** The server's words; empty for UNREACHABLE. */
  message: string
  /** Where the input is wrong, as in `input.lanes[1].modelId`; null for other codes. */
  field: string | null
  /** Finds the request in the server's log; null when the server did not say. */
  requestId: string | null
}

/** One failure for every error of an operation, in the server's order; a network error is one UNREACHABLE. */
export function failuresOf(error: unknown): Failure[] {
  if (!CombinedGraphQLErrors.is(error)) {
    return [{ code: 'UNREACHABLE', message: '', field: null, requestId: null }]
  }
  return error.errors.map(({ message, extensions }) => ({
    code: text(extensions?.code) ?? 'INTERNAL',
    message,
    field: text(extensions?.field),
    requestId: text(extensions?.requestId),
  }))
}

/** The first failure: what an operation with one root field failed by. */
export function failureOf(error: unknown): Failure {
  return failuresOf(error)[0] ?? { code: 'INTERNAL', message: '', field: null, requestId: null }
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

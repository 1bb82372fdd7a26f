/** Why a sign-in failed, as the server says in the address. */
export const SIGN_IN_ERRORS = ['denied', 'expired', 'deactivated', 'unavailable', 'rate_limited', 'failed'] as const

export type SignInError = (typeof SIGN_IN_ERRORS)[number]

/** What the address says; a word that we do not know is a failure without a reason. Null where nothing failed. */
export function signInErrorOf(search: URLSearchParams): SignInError | null {
  const code = search.get('error')
  if (code === null) return null
  return SIGN_IN_ERRORS.find((known) => known === code) ?? 'failed'
}

/** The token of a one-time link, which stands behind the `#` so that no server's log sees it; null where there is none. */
export function linkTokenOf(hash: string): string | null {
  const token = new URLSearchParams(hash.replace(/^#/, '')).get('link')
  return token === null || token === '' ? null : token
}

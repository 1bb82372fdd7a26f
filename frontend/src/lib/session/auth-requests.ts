import { z } from '@/lib/zod'

const access = z.object({ accessExpiresAt: z.iso.datetime({ offset: true }) })

const methods = z.object({
  isLocal: z.boolean(),
  hasLink: z.boolean(),
  // A list of none may be left out.
  providers: z.array(z.object({ id: z.string(), name: z.string() })).default([]),
})

const refusal = z.object({ errors: z.array(z.object({ extensions: z.object({ retryAfterMs: z.number() }) })).min(1) })

/** Without it a server that also serves pages may answer with one. */
const JSON_WANTED = { Accept: 'application/json' }

/** How one signs in at this server. */
export type SignInMethods = z.infer<typeof methods>

export type LinkOutcome = { kind: 'signedIn' } | { kind: 'refused' } | { kind: 'tooMany'; retryAfterMs: number | null }

/** Until when access lasts now, on this machine's clock; null where the session is over. Throws where no answer came. */
export async function askRenewal(): Promise<number | null> {
  const response = await post('/auth/refresh', {})
  if (response.status === 401) return null
  if (!response.ok) throw new Error(`/auth/refresh answered ${response.status}`)
  const { accessExpiresAt } = access.parse(await response.json())
  return onThisClock(Date.parse(accessExpiresAt), response.headers.get('Date'))
}

/** Uses up a one-time link. Throws where no answer came. */
export async function signInByLink(token: string): Promise<LinkOutcome> {
  const response = await post('/auth/link', { token })
  if (response.ok) return { kind: 'signedIn' }
  if (response.status === 429) return { kind: 'tooMany', retryAfterMs: await retryAfterOf(response) }
  if (response.status >= 500) throw new Error(`/auth/link answered ${response.status}`)
  return { kind: 'refused' }
}

/** Ends this browser's session at the server. Throws where it did not. */
export async function postSignOut(): Promise<void> {
  const response = await post('/auth/sign-out', {})
  // Whoever is not signed in has nothing to sign out of.
  if (!response.ok && response.status !== 401) throw new Error(`/auth/sign-out answered ${response.status}`)
}

export async function askSignInMethods(signal: AbortSignal): Promise<SignInMethods> {
  const response = await fetch('/auth/methods', { headers: JSON_WANTED, credentials: 'same-origin', signal })
  if (!response.ok) throw new Error(`/auth/methods answered ${response.status}`)
  return methods.parse(await response.json())
}

/** Navigating there leads to the provider, and afterwards back to `/signed-in` or `/sign-in?error=`. */
export function signInAddress(providerId: string): string {
  return `/auth/login/${encodeURIComponent(providerId)}`
}

function post(path: string, body: unknown): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    headers: { ...JSON_WANTED, 'Content-Type': 'application/json' },
    credentials: 'same-origin',
    body: JSON.stringify(body),
  })
}

/** A moment of the server's clock on ours, where the answer tells what time it is there. */
function onThisClock(moment: number, date: string | null): number {
  const there = date === null ? NaN : Date.parse(date)
  return Number.isNaN(there) ? moment : moment + (Date.now() - there)
}

async function retryAfterOf(response: Response): Promise<number | null> {
  const body = refusal.safeParse(await response.json().catch(() => null))
  return body.data?.errors[0]?.extensions.retryAfterMs ?? null
}

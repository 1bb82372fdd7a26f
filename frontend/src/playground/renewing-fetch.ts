import { session } from '@/lib/session/session'

interface Answer {
  errors?: { extensions?: { code?: unknown } }[]
}

/** As `fetch`, but a request that is refused because access has run out is sent again once the session is renewed. */
export const renewingFetch: typeof fetch = async (input, init) => {
  const sentAt = Date.now()
  const response = await fetch(input, init)
  if (!(await isRefused(response.clone()))) return response
  return (await session.renew(sentAt)) === 'renewed' ? fetch(input, init) : response
}

/** By the errors alone: the schema itself, which the playground asks for, names the code too. */
async function isRefused(response: Response): Promise<boolean> {
  if (response.status === 401) return true
  const answer = (await response.json().catch(() => null)) as Answer | null
  return answer?.errors?.some((error) => error.extensions?.code === 'UNAUTHENTICATED') ?? false
}

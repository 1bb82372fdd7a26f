import { session } from '@/lib/session/session'

/** As `fetch`, but a request that is refused because access has run out is sent again once the session is renewed. */
export const renewingFetch: typeof fetch = async (input, init) => {
  const sentAt = Date.now()
  const response = await fetch(input, init)
  if (!(await isRefused(response.clone()))) return response
  return (await session.renew(sentAt)) === 'renewed' ? fetch(input, init) : response
}

async function isRefused(response: Response): Promise<boolean> {
  return response.status === 401 || (await response.text()).includes('"UNAUTHENTICATED"')
}

import { openSession } from '@/features/identity/open-session'
import { keptPlace } from '@/lib/session/kept-place'
import { signInByLink } from '@/lib/session/auth-requests'
import { session } from '@/lib/session/session'
import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

/** Signs in by a one-time link and goes on to the kept place. */
export function useLinkSignIn(token: string) {
  const { t } = useTranslation('identity')
  const client = useApolloClient()
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const signIn = async () => {
    hideToken()
    setBusy(true)
    setProblem(await problemOf(token))
    setBusy(false)
  }
  return { signIn, busy, problem }

  /** Null where it worked. */
  async function problemOf(link: string): Promise<string | null> {
    const outcome = await signInByLink(link).catch(() => null)
    switch (outcome?.kind) {
      case undefined:
        return t('unreachable.text')
      case 'refused':
        return t('signIn.link.refused')
      case 'tooMany':
        return t('signIn.link.tooMany', { count: Math.ceil((outcome.retryAfterMs ?? 60_000) / 1_000) })
      case 'signedIn':
        session.reset()
        await openSession(client)
        void navigate(keptPlace(), { replace: true })
        return null
    }
  }
}

/** Once it is used the token stands neither in the address nor in the browser's history. The router is not told, so that the button stays. */
function hideToken(): void {
  const { pathname, search } = window.location
  window.history.replaceState(window.history.state, '', pathname + search)
}

import { OpeningFrame } from '@/features/identity/OpeningFrame'
import { openSession } from '@/features/identity/open-session'
import { ServerUnreachable } from '@/features/identity/ServerUnreachable'
import { SignedOutDialog } from '@/features/identity/SignedOutDialog'
import { useStanding } from '@/features/identity/use-standing'
import { forgetPlace, keepPlace } from '@/lib/session/kept-place'
import { session } from '@/lib/session/session'
import type { Standing } from '@/lib/session/session-keeper'
import { useApolloClient } from '@apollo/client/react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useLocation, useNavigate } from 'react-router'

/** Lets in whoever is signed in, or everybody where nobody has to be; shows strangers to the sign-in page. */
export function SessionGate({ children }: { children: ReactNode }) {
  const client = useApolloClient()
  const standing = useStanding()
  useResumption(standing)

  useEffect(() => {
    if (standing === 'unknown') void openSession(client)
    if (standing === 'open') forgetPlace()
  }, [standing, client])

  switch (standing) {
    case 'unknown':
      return <OpeningFrame />
    case 'unreachable':
      return <ServerUnreachable onRetry={() => session.reset()} />
    case 'stranger':
      return <ToSignIn />
    case 'open':
    case 'ended':
      return (
        <>
          {children}
          <SignedOutDialog open={standing === 'ended'} />
        </>
      )
  }
}

/** What was refused while the session was over is asked again once it is back. */
function useResumption(standing: Standing): void {
  const client = useApolloClient()
  const before = useRef(standing)
  useEffect(() => {
    if (before.current === 'ended' && standing === 'open') void client.refetchObservableQueries().catch(() => undefined)
    before.current = standing
  }, [standing, client])
}

/** Remembers where the stranger wanted to go. */
function ToSignIn() {
  const { pathname, search, hash } = useLocation()
  const navigate = useNavigate()
  useEffect(() => {
    keepPlace(pathname + search + hash)
    void navigate('/sign-in', { replace: true })
  }, [pathname, search, hash, navigate])
  return <OpeningFrame />
}

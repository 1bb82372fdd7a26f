import { openSession } from '@/features/identity/open-session'
import { LinkSignIn } from '@/features/identity/sign-in/LinkSignIn'
import { linkTokenOf, signInErrorOf } from '@/features/identity/sign-in/sign-in-error'
import { SignInMethods } from '@/features/identity/sign-in/SignInMethods'
import { useStanding } from '@/features/identity/use-standing'
import { keptPlace } from '@/lib/session/kept-place'
import { DocumentTitle } from '@/ui/DocumentTitle'
import { useApolloClient } from '@apollo/client/react'
import { CircleAlert } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useLocation, useSearchParams } from 'react-router'

/** Every way in that this server has. Whoever is in already goes on, unless a link says otherwise. */
export function SignIn() {
  const { t } = useTranslation('identity')
  const { hash } = useLocation()
  const [search] = useSearchParams()
  const link = linkTokenOf(hash)
  const standing = useOpening()
  const error = signInErrorOf(search)

  if (standing === 'open' && link === null) return <Navigate to={keptPlace()} replace />
  return (
    <>
      <DocumentTitle title={t('signIn.tab')} />
      <h1 className="text-title font-semibold tracking-[-0.015em] [overflow-wrap:anywhere]">
        {t('signIn.title', { host: window.location.host })}
      </h1>
      <p className="mt-1 mb-6 text-ink-2">{t('signIn.text')}</p>
      {error && <Notice>{t(`signIn.error.${error}`)}</Notice>}
      {link === null ? <SignInMethods failed={error !== null} /> : <LinkSignIn key={link} token={link} />}
    </>
  )
}

/** Finds out whether somebody is signed in, again whenever another tab says so. */
function useOpening() {
  const client = useApolloClient()
  const standing = useStanding()
  useEffect(() => {
    if (standing === 'unknown') void openSession(client)
  }, [standing, client])
  return standing
}

function Notice({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className="mb-4 flex items-start gap-2 rounded-m bg-bad-soft px-3 py-2 text-bad">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </p>
  )
}

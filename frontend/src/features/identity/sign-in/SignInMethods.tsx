import { useSignInMethods } from '@/features/identity/sign-in/use-sign-in-methods'
import { signInAddress } from '@/lib/session/auth-requests'
import { Button } from '@/ui/Button'
import { Skeleton } from '@/ui/Skeleton'
import { useTranslation } from 'react-i18next'

/** One button for each provider; where there is none, how to get in all the same. */
export function SignInMethods({ failed }: { failed: boolean }) {
  const { t } = useTranslation('identity')
  const methods = useSignInMethods()
  if (methods.kind === 'loading') return <MethodsSkeleton />
  if (methods.kind === 'unreachable') return <Unreachable onRetry={methods.retry} />
  if (methods.providers.length === 0) return <NoProvider />
  return (
    <>
      <div className="flex flex-col gap-2">
        {methods.providers.map(({ id, name }, place) => (
          <Button key={id} asChild look={place === 0 ? 'primary' : 'plain'} className="h-9 phone:h-11">
            {/* Past the router: the server leads on to the provider. */}
            <a href={signInAddress(id)}>{t('signIn.continue', { name })}</a>
          </Button>
        ))}
      </div>
      {!failed && <p className="mt-3 text-small text-ink-3">{t('signIn.note')}</p>}
    </>
  )
}

function NoProvider() {
  const { t } = useTranslation('identity')
  return (
    <section className="border-t border-line pt-4">
      <h2 className="font-semibold">{t('signIn.none.title')}</h2>
      <p className="mt-1 text-ink-2">{t('signIn.none.link')}</p>
      <p className="mt-2 text-ink-2">{t('signIn.none.setUp')}</p>
    </section>
  )
}

function Unreachable({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('identity')
  return (
    <div role="alert" className="flex flex-col items-start gap-3">
      <p className="text-ink-2">{t('unreachable.text')}</p>
      <Button look="primary" className="h-9 w-full phone:h-11" onClick={onRetry}>
        {t('unreachable.retry')}
      </Button>
    </div>
  )
}

function MethodsSkeleton() {
  return (
    <div aria-busy>
      <Skeleton className="h-9 rounded-m phone:h-11" />
      <Skeleton className="mt-4 h-3" />
      <Skeleton className="mt-2 h-3 w-4/5" />
    </div>
  )
}

import { useLinkSignIn } from '@/features/identity/sign-in/use-link-sign-in'
import { Button } from '@/ui/Button'
import { FieldError } from '@/ui/Field'
import { useTranslation } from 'react-i18next'

/** A one-time link, used up by a press and by nothing else: those who preview links do not press. */
export function LinkSignIn({ token }: { token: string }) {
  const { t } = useTranslation('identity')
  const { signIn, busy, problem } = useLinkSignIn(token)
  return (
    <div className="flex flex-col gap-3">
      <Button look="primary" className="h-9 w-full phone:h-11" disabled={busy} onClick={() => void signIn()}>
        {t('signIn.link.action')}
      </Button>
      {problem && <FieldError>{problem}</FieldError>}
      <p className="text-small text-ink-3">{t('signIn.link.note')}</p>
    </div>
  )
}

import { keepPlace } from '@/lib/session/kept-place'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions } from '@/ui/Dialog'
import { useTranslation } from 'react-i18next'

/** The session ended while the page was open: what it shows stays, and nothing goes on before the next sign-in. */
export function SignedOutDialog({ open }: { open: boolean }) {
  const { t } = useTranslation('identity')
  const signIn = () => {
    const { pathname, search, hash } = window.location
    keepPlace(pathname + search + hash)
    // Loaded anew, for it may be somebody else who signs in.
    window.location.assign('/sign-in')
  }
  return (
    <Dialog open={open} title={t('signedOut.title')} description={t('signedOut.text')}>
      <DialogActions>
        <Button look="primary" data-autofocus onClick={signIn}>
          {t('signedOut.signIn')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

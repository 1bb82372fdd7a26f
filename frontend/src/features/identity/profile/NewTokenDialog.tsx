import { NewTokenForm } from '@/features/identity/profile/NewTokenForm'
import { TokenOnce } from '@/features/identity/profile/TokenOnce'
import { Dialog } from '@/ui/Dialog'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Makes a token, and then shows its text this once: from there only its button leads out. */
export function NewTokenDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('identity')
  const [token, setToken] = useState<string | null>(null)
  const close = () => {
    setToken(null)
    onClose()
  }
  if (token !== null) {
    return (
      <Dialog open={open} title={t('tokenOnce.title')} description={t('tokenOnce.text')}>
        <TokenOnce token={token} onDone={close} />
      </Dialog>
    )
  }
  return (
    <Dialog open={open} onOpenChange={close} title={t('newToken.title')} description={t('newToken.text')}>
      <NewTokenForm onCancel={close} onCreated={setToken} />
    </Dialog>
  )
}

import { curlExample } from '@/features/identity/profile/new-token'
import { CopyField } from '@/features/identity/profile/CopyField'
import { Button } from '@/ui/Button'
import { DialogActions } from '@/ui/Dialog'
import { useTranslation } from 'react-i18next'

/** The text of a new token, and how to use it. */
export function TokenOnce({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation('identity')
  return (
    <div className="flex flex-col gap-4">
      <CopyField label={t('tokenOnce.token')} text={token} />
      <CopyField label={t('tokenOnce.example')} text={curlExample(window.location.origin, token)} />
      <DialogActions>
        <Button look="primary" onClick={onDone}>
          {t('tokenOnce.done')}
        </Button>
      </DialogActions>
    </div>
  )
}

import { useRevokeApiTokenMutation } from '@/features/identity/profile/use-api-tokens'
import { useRefusal } from '@/features/identity/use-refusal'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'

/** Asks first: a revoked token cannot be brought back. */
export function RevokeToken({ token: { id, name } }: { token: { id: string; name: string } }) {
  const { t } = useTranslation('identity')
  const [asking, setAsking] = useState(false)
  const refusal = useRefusal()
  const [revoke, { loading }] = useRevokeApiTokenMutation()
  const confirm = () => {
    // First the focus is back in the row, which passes it on when it goes.
    setAsking(false)
    void revoke({ variables: { id } }).then(
      () => toast(t('revoke.done', { name })),
      refusal(t('revoke.failed', { name })),
    )
  }
  return (
    <>
      <Button
        look="quiet"
        aria-disabled={loading}
        aria-label={t('revoke.of', { name })}
        onClick={() => !loading && setAsking(true)}
      >
        {t('revoke.action')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('revoke.title', { name })}
        description={t('revoke.text')}
        action={t('revoke.action')}
        onConfirm={confirm}
      />
    </>
  )
}

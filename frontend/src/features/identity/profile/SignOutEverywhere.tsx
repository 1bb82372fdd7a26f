import { useSignOutEverywhereMutation } from '@/features/identity/profile/use-sessions'
import { useRefusal } from '@/features/identity/use-refusal'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

export function SignOutEverywhere() {
  const { t } = useTranslation('identity')
  const [asking, setAsking] = useState(false)
  const refusal = useRefusal()
  const [signOut, { loading }] = useSignOutEverywhereMutation()
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('everywhere.action')}</Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('everywhere.title')}
        description={t('everywhere.text')}
        action={t('everywhere.action')}
        busy={loading}
        onConfirm={() => void signOut().catch(refusal(t('signOut.failed')))}
      />
    </>
  )
}

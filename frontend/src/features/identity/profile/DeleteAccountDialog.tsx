import { DeleteAccountForm } from '@/features/identity/profile/DeleteAccountForm'
import type { Viewer } from '@/features/identity/open-session'
import { Dialog } from '@/ui/Dialog'
import { useTranslation } from 'react-i18next'

interface DeleteAccountDialogProps {
  viewer: Viewer
  open: boolean
  onClose: () => void
}

/** What goes, what stays, and a confirmation that no slip of the hand can give. */
export function DeleteAccountDialog({ viewer, open, onClose }: DeleteAccountDialogProps) {
  const { t } = useTranslation('identity')
  return (
    <Dialog open={open} onOpenChange={onClose} title={t('delete.title')} description={t('delete.text')}>
      <ul className="mb-4 flex list-disc flex-col gap-1 pl-5 prose-wrap text-ink-2">
        <li>{t('delete.goes')}</li>
        <li>{t('delete.stays')}</li>
        {viewer.isLocal && <li>{t('delete.local')}</li>}
      </ul>
      <DeleteAccountForm viewer={viewer} onCancel={onClose} />
    </Dialog>
  )
}

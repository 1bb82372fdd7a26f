import { Button } from '@/ui/Button'
import { Dialog, DialogActions } from '@/ui/Dialog'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface ConfirmDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** What happens, and what cannot be undone. */
  description: string
  children?: ReactNode
  /** What the button that does it says. */
  action: string
  onConfirm: () => void
  busy?: boolean
}

/** A question before something that is hard to take back. */
export function ConfirmDialog({ action, onConfirm, busy = false, children, ...dialog }: ConfirmDialogProps) {
  const { t } = useTranslation('ui')
  return (
    <Dialog {...dialog}>
      {children}
      <DialogActions>
        <Button data-autofocus onClick={() => dialog.onOpenChange(false)}>
          {t('cancel')}
        </Button>
        <Button look="danger" disabled={busy} onClick={onConfirm}>
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

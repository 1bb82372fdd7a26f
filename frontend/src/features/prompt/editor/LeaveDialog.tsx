import type { useLeaveGuard } from '@/features/prompt/editor/use-leave-guard'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions } from '@/ui/Dialog'
import { useTranslation } from 'react-i18next'

/** Leave with changes that are not saved? */
export function LeaveDialog({ guard }: { guard: ReturnType<typeof useLeaveGuard> }) {
  const { t } = useTranslation('prompt')
  return (
    <Dialog
      open={guard.asking}
      onOpenChange={(open) => !open && guard.stay()}
      title={t('leave.title')}
      description={t('leave.text')}
    >
      <DialogActions>
        <Button data-autofocus onClick={guard.stay}>
          {t('leave.stay')}
        </Button>
        <Button look="primary" onClick={guard.leave}>
          {t('leave.leave')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

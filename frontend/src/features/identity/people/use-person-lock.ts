import { useDeactivateUserMutation, useReactivateUserMutation } from '@/features/identity/people/use-people'
import { useRefusal } from '@/features/identity/use-refusal'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'

/** Long enough to read, think again, and reach the button. */
const UNDO_MS = 10_000

/** Locks a person out with a way back, and lets one in again. */
export function usePersonLock({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation('identity')
  const refusal = useRefusal()
  const [deactivate, { loading: locking }] = useDeactivateUserMutation()
  const [reactivate, { loading: unlocking }] = useReactivateUserMutation()

  const letIn = () =>
    reactivate({ variables: { id } }).then(
      () => void toast(t('people.reactivated', { name })),
      refusal(t('people.notReactivated', { name })),
    )
  const offerUndo = () =>
    void toast(t('people.deactivated', { name }), {
      duration: UNDO_MS,
      action: { label: t('people.undo'), onClick: () => void letIn() },
    })
  const lockOut = () => deactivate({ variables: { id } }).then(offerUndo, refusal(t('people.notDeactivated', { name })))
  return { lockOut, letIn, busy: locking || unlocking }
}

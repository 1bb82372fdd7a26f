import { useRemoveModelMutation } from '@/features/model/use-remove-model-mutation'
import { useRestoreModelMutation } from '@/features/model/use-restore-model-mutation'
import { failureOf } from '@/lib/graphql-error'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'

/** Long enough to read, think again, and reach the button. */
const UNDO_MS = 10_000

/** Removes a model and offers to bring it back. */
export function useRemoveWithUndo(): (model: { id: string; name: string }) => void {
  const { t } = useTranslation('model')
  const [remove] = useRemoveModelMutation()
  const [restore] = useRestoreModelMutation()

  const refuse = (title: string) => (error: unknown) =>
    void toast.error(title, { description: failureOf(error).message || t('unreachable') })

  return ({ id, name }) => {
    const undo = () => void restore({ variables: { id } }).catch(refuse(t('remove.notRestored', { name })))
    const offerUndo = () =>
      toast(t('remove.done', { name }), { duration: UNDO_MS, action: { label: t('remove.undo'), onClick: undo } })
    void remove({ variables: { id } }).then(offerUndo, refuse(t('remove.failed', { name })))
  }
}

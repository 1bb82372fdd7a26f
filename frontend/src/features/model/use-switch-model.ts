import { SwitchModelDocument, type SwitchModelMutation } from '@/__generated__/graphql'
import { failureOf } from '@/lib/graphql-error'
import { useMutation } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'

/** Switches a model on or off, on the page at once. */
export function useSwitchModel() {
  const { t } = useTranslation('model')
  const [mutate] = useMutation(SwitchModelDocument)
  return ({ id, name }: { id: string; name: string }, isActive: boolean) => {
    const optimisticResponse: SwitchModelMutation = { updateModel: { __typename: 'Model', id, isActive } }
    void mutate({ variables: { id, isActive }, optimisticResponse }).catch((error: unknown) =>
      toast.error(t('active.failed', { name }), { description: failureOf(error).message || t('unreachable') }),
    )
  }
}

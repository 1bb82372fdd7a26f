import { RegisterModelsDocument, type RegisterModelsInput } from '@/__generated__/graphql'
import { forgetModelLists } from '@/features/model/model-lists'
import { useMutation } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'

/** Adds several models of one server and says how many. The lists are asked for again. */
export function useRegisterModels(): (input: RegisterModelsInput) => Promise<void> {
  const { t } = useTranslation('model')
  const [register] = useMutation(RegisterModelsDocument, { update: forgetModelLists, refetchQueries: ['LocalServers'] })
  return async (input) => {
    const { data } = await register({ variables: { input } })
    toast.success(t('many.done', { count: data?.registerModels.length ?? 0 }))
  }
}

import { UpdateModelServerDocument, type UpdateModelServerInput } from '@/__generated__/graphql'
import { failureOf } from '@/lib/graphql-error'
import { useMutation } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'

type Change = Omit<UpdateModelServerInput, 'id'>

/** Changes what all models of a server share. */
export function useUpdateServer() {
  const { t } = useTranslation('model')
  const [mutate, { loading }] = useMutation(UpdateModelServerDocument)

  /** Null when it is done, else why it is not, in words. */
  const save = async (change: Change, id: string): Promise<string | null> => {
    try {
      await mutate({ variables: { input: { id, ...change } } })
      return null
    } catch (error) {
      return failureOf(error).message || t('unreachable')
    }
  }
  /** As `save`, where no dialog is open to tell why not. */
  const update = (change: Change, id: string) =>
    void save(change, id).then((words) => words !== null && toast.error(t('server.notChanged'), { description: words }))

  return { save, update, loading }
}

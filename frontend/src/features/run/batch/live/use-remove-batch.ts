import { RemoveBatchDocument, RestoreBatchDocument } from '@/__generated__/graphql'
import { forgetRunLists } from '@/features/run/live/run-lists'
import { failureOf } from '@/lib/graphql-error'
import { useApolloClient } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'

/** Long enough to read, think again, and reach the button. */
const UNDO_MS = 10_000

/** Takes a batch with its runs out of the lists, and offers to bring them back. */
export function useRemoveBatch() {
  const { t } = useTranslation('batch')
  const client = useApolloClient()

  const forgetLists = () => {
    client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'batches' })
    forgetRunLists(client.cache)
  }
  const refused = (title: string) => (error: unknown) => {
    toast.error(title, { description: failureOf(error).message || t('unreachable') })
    return false
  }
  /** Tells whether it is back. */
  const restore = (batchId: string): Promise<boolean> =>
    client
      .mutate({ mutation: RestoreBatchDocument, variables: { batchId } })
      .then(() => {
        forgetLists()
        return true
      })
      .catch(refused(t('remove.notRestored')))
  return {
    restore,
    /** Tells whether it went. */
    remove: (batchId: string, name: string): Promise<boolean> =>
      client
        .mutate({ mutation: RemoveBatchDocument, variables: { batchId } })
        .then(() => {
          forgetLists()
          toast(t('remove.done', { name }), {
            duration: UNDO_MS,
            action: { label: t('remove.undo'), onClick: () => void restore(batchId) },
          })
          return true
        })
        .catch(refused(t('remove.failed'))),
  }
}

import { RemoveRunDocument, RestoreRunDocument } from '@/__generated__/graphql'
import { forgetRunLists, removeFromRunLists } from '@/features/run/live/run-lists'
import { failureOf } from '@/lib/graphql-error'
import { useApolloClient } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'

/** Long enough to read, think again, and reach the button. */
const UNDO_MS = 10_000

interface Numbered {
  id: string
  number: number
}

/** Takes runs out of the lists, and offers to bring them back. */
export function useRemoveRuns() {
  const { t } = useTranslation('history')
  const client = useApolloClient()

  const refused = (title: string) => (error: unknown) => {
    toast.error(title, { description: failureOf(error).message || t('unreachable') })
    return false
  }
  const restore = async (ids: readonly string[]) => {
    const restored = ids.map((runId) => client.mutate({ mutation: RestoreRunDocument, variables: { runId } }))
    await Promise.all(restored).catch(refused(t('remove.notRestored')))
    forgetRunLists(client.cache)
  }
  return {
    restore,
    /** Tells whether all went. */
    remove: async (runs: readonly Numbered[]): Promise<boolean> => {
      const removals = runs.map(async ({ id }) => {
        await client.mutate({ mutation: RemoveRunDocument, variables: { runId: id } })
        removeFromRunLists(client.cache, id)
        return id
      })
      const settled = await Promise.allSettled(removals)
      const gone = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
      const wrong = settled.find((one) => one.status === 'rejected')
      if (wrong) refused(t('remove.failed'))(wrong.reason)
      if (gone.length === 0) return false
      const [first] = runs
      const words =
        gone.length === 1 ? t('remove.done', { number: first?.number }) : t('remove.doneMany', { count: gone.length })
      toast(words, {
        duration: UNDO_MS,
        action: { label: t('remove.undo'), onClick: () => void restore(gone) },
      })
      return !wrong
    },
  }
}

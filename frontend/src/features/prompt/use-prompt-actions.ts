import {
  DuplicatePromptDocument,
  ExportPromptsDocument,
  RemovePromptDocument,
  RestorePromptDocument,
  type RemovePromptMutation,
} from '@/__generated__/graphql'
import { forgetPromptLists, removeFromPromptLists } from '@/features/prompt/prompt-lists'
import { useRefusal } from '@/features/prompt/use-refusal'
import { dayOf } from '@/lib/day'
import { downloadJson, fileName } from '@/lib/download'
import { useApolloClient, useMutation } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'

/** Long enough to read, think again, and reach the button. */
const UNDO_MS = 10_000

interface Named {
  id: string
  name: string
}

/** What can be done with a prompt from anywhere. */
export function usePromptActions() {
  const { t } = useTranslation('prompt')
  const client = useApolloClient()
  const refuse = useRefusal()
  const [duplicate] = useMutation(DuplicatePromptDocument, { update: forgetPromptLists })
  const [restore] = useMutation(RestorePromptDocument, { update: forgetPromptLists })
  const [remove] = useMutation(RemovePromptDocument, {
    optimisticResponse: ({ id }): RemovePromptMutation => ({
      removePrompt: { __typename: 'Prompt', id: String(id), removedAt: new Date().toISOString() },
    }),
    update: (cache, { data }) => {
      if (data) removeFromPromptLists(cache, data.removePrompt.id)
    },
  })

  return {
    duplicate: async ({ id, name }: Named): Promise<Named | null> => {
      try {
        const copy = (await duplicate({ variables: { id } })).data?.duplicatePrompt ?? null
        if (copy) toast.success(t('duplicate.done', { name: copy.name }))
        return copy
      } catch (error) {
        refuse(t('duplicate.failed', { name }))(error)
        return null
      }
    },

    /** Removes a prompt and offers to bring it back. */
    remove: ({ id, name }: Named) => {
      const undo = () => void restore({ variables: { id } }).catch(refuse(t('remove.notRestored', { name })))
      const offerUndo = () =>
        toast(t('remove.done', { name }), { duration: UNDO_MS, action: { label: t('remove.undo'), onClick: undo } })
      void remove({ variables: { id } }).then(offerUndo, refuse(t('remove.failed', { name })))
    },

    restore: ({ id, name }: Named) =>
      restore({ variables: { id } }).then(() => undefined, refuse(t('remove.notRestored', { name }))),

    /** Downloads prompts as one file. */
    exportAll: async (prompts: readonly Named[]) => {
      const [first] = prompts
      const name = prompts.length === 1 && first ? fileName(first.name) : `prompts-${dayOf(new Date())}`
      try {
        const variables = { ids: prompts.map(({ id }) => id) }
        const { data } = await client.query({ query: ExportPromptsDocument, variables, fetchPolicy: 'no-cache' })
        if (data) downloadJson(`${name}.json`, data.exportPrompts)
      } catch (error) {
        refuse(t('export.failed'))(error)
      }
    },
  }
}

import { PromptVersionBodyDocument, RollbackPromptDocument } from '@/__generated__/graphql'
import { draftOf } from '@/features/prompt/editor/prompt-draft'
import type { Editor } from '@/features/prompt/editor/use-editor'
import type { PromptRecord } from '@/features/prompt/editor/use-save'
import { useRefusal } from '@/features/prompt/use-refusal'
import { useApolloClient, useMutation } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'

/** Long enough to read, think again, and reach the button. */
const UNDO_MS = 10_000

/** What can be done with an older version. */
export function useVersionActions(prompt: PromptRecord, editor: Editor) {
  const { t } = useTranslation('prompt')
  const client = useApolloClient()
  const refuse = useRefusal()
  const [rollback] = useMutation(RollbackPromptDocument)
  return {
    /** Puts what a version says into the editor. What was there can be had back. */
    load: async (number: number): Promise<boolean> => {
      try {
        const { data } = await client.query({ query: PromptVersionBodyDocument, variables: { id: prompt.id, number } })
        const version = data?.prompt?.version
        if (!version) throw new Error('The version is gone')
        const { draft, dirty } = editor
        editor.replace(draftOf(version))
        const undo = { duration: UNDO_MS, action: { label: t('remove.undo'), onClick: () => editor.replace(draft) } }
        toast(t('load.done', { number }), dirty ? undo : {})
        return true
      } catch (error) {
        refuse(t('load.failed', { number }))(error)
        return false
      }
    },

    /** Makes a new version that says what an older one says. */
    rollBack: async (number: number): Promise<boolean> => {
      try {
        const { data } = await rollback({ variables: { promptId: prompt.id, versionNumber: number } })
        const made = data?.rollbackPrompt.currentVersion.number ?? number
        toast.success(t('rollback.done', { made, number }))
        return true
      } catch (error) {
        refuse(t('rollback.failed', { number }))(error)
        return false
      }
    },
  }
}

export type VersionActions = ReturnType<typeof useVersionActions>

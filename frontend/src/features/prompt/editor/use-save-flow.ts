import { problemsOf } from '@/features/prompt/editor/problems'
import { changedFields, type PromptDraft, type VersionBody } from '@/features/prompt/editor/prompt-draft'
import type { Editor } from '@/features/prompt/editor/use-editor'
import { useSave, type PromptRecord } from '@/features/prompt/editor/use-save'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'

/**
 * Saving the editor's draft as the next version. Where somebody else was faster, `conflict` is true until both texts are
 * one; nothing that was typed is lost on the way.
 */
export function useSaveFlow(prompt: PromptRecord, editor: Editor, refetch: () => Promise<unknown>) {
  const { t } = useTranslation('prompt')
  const { saveVersion, busy } = useSave()
  const [message, setMessage] = useState('')
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [conflict, setConflict] = useState(false)

  /** Saves a draft on top of a version. */
  const put = async (number: number, base: PromptDraft, draft: PromptDraft) => {
    const saved = await saveVersion(prompt.id, number, base, draft, message)
    if (saved.kind === 'failed') {
      setFailure(saved.failure.message || t('save.unreachable'))
      return
    }
    if (saved.kind === 'stale') {
      // The dialog shows what the newest version says, which has to be known first.
      await refetch().catch(() => setFailure(t('save.unreachable')))
      setConflict(true)
      return
    }
    const { currentVersion } = saved.prompt
    editor.adopt(currentVersion)
    setConflict(false)
    setMessage('')
    setTried(false)
    if (currentVersion.number === number) toast(t('save.same', { number }))
    else toast.success(t('save.done', { number: currentVersion.number }))
  }

  return {
    message,
    setMessage,
    tried,
    busy,
    failure,
    conflict,

    save: async () => {
      if (busy || conflict) return
      const { base, draft } = editor
      setFailure(null)
      setTried(true)
      if (changedFields(base.draft, draft).length === 0) toast(t('save.nothing'))
      else if (Object.keys(problemsOf(draft)).length > 0) setFailure(t('save.wrong'))
      else await put(base.number ?? prompt.currentVersion.number, base.draft, draft)
    },

    /** Saves what was made of both texts, on top of theirs. */
    merge: async (theirs: VersionBody, theirDraft: PromptDraft, merged: PromptDraft) => {
      setFailure(null)
      if (changedFields(theirDraft, merged).length > 0) return put(theirs.number, theirDraft, merged)
      editor.adopt(theirs)
      setConflict(false)
      toast(t('conflict.taken', { number: theirs.number }))
    },

    /** Back to the editor, as it was. */
    postpone: () => setConflict(false),
  }
}

export type SaveFlow = ReturnType<typeof useSaveFlow>

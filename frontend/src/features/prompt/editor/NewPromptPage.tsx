import { DetailsFields, detailsOf, useDetailsProblems } from '@/features/prompt/editor/DetailsFields'
import { EditView } from '@/features/prompt/editor/EditView'
import { NEW_PROMPT, keepPromptDraft } from '@/features/prompt/editor/kept-draft'
import { LeaveDialog } from '@/features/prompt/editor/LeaveDialog'
import { problemsOf } from '@/features/prompt/editor/problems'
import { SaveBar } from '@/features/prompt/editor/SaveBar'
import { useEditor } from '@/features/prompt/editor/use-editor'
import { useLeaveGuard } from '@/features/prompt/editor/use-leave-guard'
import { isNameTaken, useSave } from '@/features/prompt/editor/use-save'
import { PageBody } from '@/ui/PageBody'
import { PageTitle } from '@/ui/PageTitle'
import { useHotkey } from '@/ui/use-hotkey'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { toast } from 'sonner'

/** A prompt that is being written: saving it makes its first version. */
export function NewPromptPage() {
  const { t } = useTranslation('prompt')
  const navigate = useNavigate()
  const editor = useEditor(null, null)
  const problemsOfDetails = useDetailsProblems()
  const { create, busy } = useSave()
  const [typed, setTyped] = useState({ name: '', description: '', tags: '' })
  const [message, setMessage] = useState('')
  const [tried, setTried] = useState(false)
  const [taken, setTaken] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [made, setMade] = useState<string | null>(null)
  const dirty = editor.dirty || Object.values(typed).some((text) => text !== '')
  const guard = useLeaveGuard(dirty && made === null)

  const errors = tried ? problemsOfDetails(typed) : {}
  if (taken !== null && taken === typed.name) errors.name = t('details.nameTaken')

  const save = async () => {
    if (busy || made !== null) return
    setTried(true)
    setFailure(null)
    const wrong = { ...problemsOf(editor.draft), ...problemsOfDetails(typed) }
    if (Object.keys(wrong).length > 0) {
      setFailure(t('save.wrong'))
      return
    }
    const saved = await create(detailsOf(typed), editor.draft, message)
    if (saved.kind === 'saved') setMade(saved.prompt.id)
    else if (saved.kind === 'failed' && isNameTaken(saved.failure)) setTaken(typed.name)
    else setFailure((saved.kind === 'failed' && saved.failure.message) || t('save.unreachable'))
  }
  useHotkey('s', () => void save(), { mod: true })

  useEffect(() => {
    if (made === null) return
    keepPromptDraft(NEW_PROMPT, null)
    toast.success(t('save.created'))
    void navigate(`/prompts/${made}`, { replace: true })
  }, [made, navigate, t])

  return (
    <PageBody className="flex flex-col pb-0 phone:pb-0">
      <PageTitle title={t('newTitle')} />
      <div className="mb-5 grid max-w-5xl grid-cols-3 gap-3 phone:grid-cols-1">
        <DetailsFields
          typed={typed}
          errors={errors}
          onChange={(change) => setTyped((before) => ({ ...before, ...change }))}
        />
      </div>
      <div className="grow">
        <EditView editor={editor} tried={tried} />
      </div>
      <SaveBar
        editor={editor}
        next={null}
        message={message}
        onMessage={setMessage}
        busy={busy}
        failure={failure}
        onSave={() => void save()}
      />
      <LeaveDialog guard={guard} />
    </PageBody>
  )
}

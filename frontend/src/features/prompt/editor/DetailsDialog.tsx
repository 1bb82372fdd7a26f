import {
  DetailsFields,
  detailsOf,
  useDetailsProblems,
  type DetailsErrors,
} from '@/features/prompt/editor/DetailsFields'
import { isNameTaken, useSave, type PromptRecord } from '@/features/prompt/editor/use-save'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions } from '@/ui/Dialog'
import { FieldError } from '@/ui/Field'
import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'

interface DetailsDialogProps {
  prompt: PromptRecord
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Name, tags and description. They belong to all versions, so that changing them makes none. */
export function DetailsDialog({ prompt, open, onOpenChange }: DetailsDialogProps) {
  const { t } = useTranslation('prompt')
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('details.title')} description={t('details.text')}>
      <DetailsForm prompt={prompt} onDone={() => onOpenChange(false)} />
    </Dialog>
  )
}

function DetailsForm({ prompt, onDone }: { prompt: PromptRecord; onDone: () => void }) {
  const { t } = useTranslation('prompt')
  const { name, description, tags } = prompt
  const [typed, setTyped] = useState({ name, description, tags: tags.join(', ') })
  const [errors, setErrors] = useState<DetailsErrors & { whole?: string }>({})
  const problemsOf = useDetailsProblems()
  const { saveDetails, busy } = useSave()

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    const problems = problemsOf(typed)
    setErrors(problems)
    if (Object.keys(problems).length > 0) return
    const saved = await saveDetails(prompt.id, prompt.currentVersion.number, detailsOf(typed))
    if (saved.kind === 'saved') onDone()
    // The newest version is known at once, for every save asks for it.
    else if (saved.kind === 'stale') setErrors({ whole: t('details.stale') })
    else if (isNameTaken(saved.failure)) setErrors({ name: t('details.nameTaken') })
    else setErrors({ whole: saved.failure.message || t('unreachable') })
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-3">
      <DetailsFields
        typed={typed}
        errors={errors}
        onChange={(change) => setTyped((before) => ({ ...before, ...change }))}
      />
      {errors.whole && <FieldError>{errors.whole}</FieldError>}
      <DialogActions>
        <Button onClick={onDone}>{t('cancel')}</Button>
        <Button type="submit" look="primary" disabled={busy}>
          {t('details.save')}
        </Button>
      </DialogActions>
    </form>
  )
}

import type { ServerProblem } from '@/features/model/server-input'
import { Button } from '@/ui/Button'
import { DialogActions } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { Textarea } from '@/ui/Textarea'
import { useState, type ChangeEvent, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'

interface ServerFormProps {
  kind: 'secret' | 'number' | 'words'
  label: string
  submitLabel: string
  /** What stands there at first. */
  before: string
  busy: boolean
  check: (text: string) => ServerProblem | null
  onCancel: () => void
  /** Answers null when it is done, else why it is not. */
  onSubmit: (text: string) => Promise<string | null>
}

/** One thing to type about a server. A refusal stands under it, and what was typed stays. */
export function ServerForm({ kind, label, submitLabel, before, busy, check, onCancel, onSubmit }: ServerFormProps) {
  const { t } = useTranslation('model')
  const [text, setText] = useState(before)
  const [error, setError] = useState<string | null>(null)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const problem = check(text)
    setError(problem ? t(`problem.${problem}`) : await onSubmit(text))
  }
  const typed = {
    'data-autofocus': true,
    value: text,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setError(null)
      setText(event.target.value)
    },
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Field label={label} error={error ?? undefined}>
        {(ties) =>
          kind === 'words' ? (
            <Textarea {...ties} {...typed} rows={3} />
          ) : (
            <Input
              {...ties}
              {...typed}
              type={kind === 'secret' ? 'password' : 'text'}
              inputMode={kind === 'number' ? 'numeric' : 'text'}
              autoComplete={kind === 'secret' ? 'new-password' : 'off'}
              spellCheck={false}
              className={kind === 'secret' ? 'font-mono text-small' : 'tabular-nums'}
            />
          )
        }
      </Field>
      <DialogActions>
        <Button onClick={onCancel}>{t('form.cancel')}</Button>
        <Button type="submit" look="primary" disabled={busy}>
          {submitLabel}
        </Button>
      </DialogActions>
    </form>
  )
}

import { ImportPromptsDocument, type ImportConflict, type ImportPromptsMutation } from '@/__generated__/graphql'
import { readDocument } from '@/features/prompt/list/import-document'
import { ImportDone, ImportPreview } from '@/features/prompt/list/ImportReport'
import { usePromptNames } from '@/features/prompt/list/use-taken-names'
import { forgetPromptLists } from '@/features/prompt/prompt-lists'
import { failureOf } from '@/lib/graphql-error'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions } from '@/ui/Dialog'
import { FieldError } from '@/ui/Field'
import { Textarea } from '@/ui/Textarea'
import { useMutation } from '@apollo/client/react'
import { FileJson } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** What a document of the server has at most, and some room. */
const MAX_FILE_BYTES = 2_000_000

interface ImportDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Prompts from a file, or from a text: what would become of them, and what has. */
export function ImportDialog({ open, onOpenChange }: ImportDialogProps) {
  const { t } = useTranslation('prompt')
  const [done, setDone] = useState<ImportPromptsMutation['importPrompts'] | null>(null)
  const turn = (next: boolean) => {
    if (!next) setDone(null)
    onOpenChange(next)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={turn}
      title={done ? t('import.doneTitle') : t('import.title')}
      {...(!done && { description: t('import.text') })}
    >
      {done ? (
        <ImportDone done={done} onClose={() => turn(false)} />
      ) : (
        <ImportForm onDone={setDone} onCancel={() => turn(false)} />
      )}
    </Dialog>
  )
}

interface ImportFormProps {
  onDone: (done: ImportPromptsMutation['importPrompts']) => void
  onCancel: () => void
}

function ImportForm({ onDone, onCancel }: ImportFormProps) {
  const { t } = useTranslation('prompt')
  const id = useId()
  const file = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [onConflict, setOnConflict] = useState<ImportConflict>('RENAME')
  const [failure, setFailure] = useState<string | null>(null)
  const [mutate, { loading }] = useMutation(ImportPromptsDocument, { update: forgetPromptLists })
  const reading = readDocument(text)
  const names = usePromptNames(true)

  const change = (next: string) => {
    setFailure(null)
    setText(next)
  }
  const read = async (chosen: File | undefined) => {
    if (!chosen) return
    if (chosen.size > MAX_FILE_BYTES) setFailure(t('import.tooLarge'))
    else change(await chosen.text())
  }
  const submit = async () => {
    if (reading.kind !== 'document') return
    try {
      const { data } = await mutate({ variables: { document: reading.document, onConflict } })
      if (data) onDone(data.importPrompts)
    } catch (error) {
      const { message, field } = failureOf(error)
      setFailure(message === '' ? t('unreachable') : field === null ? message : t('import.wrongAt', { field, message }))
    }
  }

  return (
    <div
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void read(event.dataTransfer.files[0])
      }}
      className="flex flex-col gap-3"
    >
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        aria-label={t('import.file')}
        className="hidden"
        onChange={(event) => void read(event.target.files?.[0])}
      />
      <div>
        <Button data-autofocus onClick={() => file.current?.click()}>
          <FileJson aria-hidden className="size-3.5" />
          {t('import.choose')}
        </Button>
      </div>
      <Textarea
        aria-label={t('import.paste')}
        aria-describedby={id}
        placeholder={t('import.paste')}
        rows={5}
        spellCheck={false}
        value={text}
        onChange={(event) => change(event.target.value)}
        className="font-mono text-small whitespace-pre"
      />
      <div id={id} aria-live="polite">
        {reading.kind === 'wrong' && <FieldError>{t(`import.${reading.problem}`)}</FieldError>}
        {reading.kind === 'document' && (
          <ImportPreview prompts={reading.prompts} names={names} onConflict={onConflict} onChange={setOnConflict} />
        )}
        {failure && <FieldError>{failure}</FieldError>}
      </div>
      <DialogActions>
        <Button onClick={onCancel}>{t('cancel')}</Button>
        <Button look="primary" disabled={reading.kind !== 'document' || loading} onClick={() => void submit()}>
          {t('import.submit')}
        </Button>
      </DialogActions>
    </div>
  )
}

import { MAX_IMPORT_BYTES, sendRuns } from '@/features/run/export/send-runs'
import { cn } from '@/lib/cn'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions } from '@/ui/Dialog'
import { FieldError } from '@/ui/Field'
import { useFormat } from '@/ui/use-format'
import { useApolloClient } from '@apollo/client/react'
import { FileJson } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { toast } from 'sonner'

interface ImportDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Runs from a file that was exported before. */
export function ImportDialog({ open, onOpenChange }: ImportDialogProps) {
  const { t } = useTranslation('files')
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('import.title')} description={t('import.text')}>
      <ImportForm onClose={() => onOpenChange(false)} />
    </Dialog>
  )
}

function ImportForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('files')
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const { busy, failure, send, clear } = useImport(onClose)
  const [over, setOver] = useState(false)

  const choose = (chosen: File | undefined) => {
    if (!chosen) return
    clear()
    setFile(chosen)
  }
  const tooLarge = file !== null && file.size > MAX_IMPORT_BYTES
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        choose(event.dataTransfer.files[0])
      }}
    >
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label={t('import.file')}
        className="hidden"
        onChange={(event) => choose(event.target.files?.[0])}
      />
      <div
        className={cn(
          'flex h-28 flex-col items-center justify-center gap-2 rounded-m border border-dashed px-4 text-ink-2',
          over ? 'border-accent bg-accent-soft' : 'border-line-strong',
        )}
      >
        <Button data-autofocus disabled={busy} onClick={() => input.current?.click()}>
          <FileJson aria-hidden className="size-3.5" />
          {t('import.choose')}
        </Button>
        <span className="max-w-full truncate text-small">
          {file ? <FileLine file={file} /> : <span className="phone:hidden">{t('import.drop')}</span>}
        </span>
      </div>
      <div aria-live="polite" className="mt-2 wrap-anywhere">
        {tooLarge && <FieldError>{t('import.tooLarge')}</FieldError>}
        {failure && <FieldError>{failure}</FieldError>}
      </div>
      <DialogActions>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button look="primary" disabled={!file || tooLarge || busy} onClick={() => file && void send(file)}>
          {busy ? t('import.sending') : t('import.submit')}
        </Button>
      </DialogActions>
    </div>
  )
}

const BYTES_PER_KB = 1024

function FileLine({ file }: { file: File }) {
  const { t } = useTranslation('files')
  const format = useFormat()
  return t('import.chosen', { name: file.name, size: format.count(Math.ceil(file.size / BYTES_PER_KB)) })
}

/** Sends a file; what was made is told by a toast with the way there. */
function useImport(onDone: () => void) {
  const { t } = useTranslation('files')
  const format = useFormat()
  const client = useApolloClient()
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  const send = async (file: File) => {
    setBusy(true)
    const outcome = await sendRuns(file)
    setBusy(false)
    if (outcome.kind === 'unreachable') {
      setFailure(t('unreachable'))
    } else if (outcome.kind === 'refused') {
      const { field, message } = outcome
      setFailure(field === null ? message : t('import.wrongAt', { field, message }))
    } else {
      const { count, ids } = outcome
      const place = count === 1 ? `/runs/${ids[0] ?? ''}` : '/history'
      toast.success(t('import.done', { count, number: format.count(count) }), {
        action: { label: t('import.show'), onClick: () => void navigate(place) },
      })
      client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'runs' })
      onDone()
    }
  }
  return { busy, failure, send, clear: () => setFailure(null) }
}

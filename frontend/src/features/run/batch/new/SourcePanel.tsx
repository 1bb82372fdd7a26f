import type { BatchItems } from '@/features/run/batch/draft/use-batch-items'
import { ColumnChoices } from '@/features/run/batch/new/ColumnChoices'
import { useFileDrop } from '@/features/run/batch/new/use-file-drop'
import { FORMATS } from '@/features/run/batch/messages/read-rows'
import { Panel } from '@/features/run/composer/Panel'
import { cn } from '@/lib/cn'
import { utf8Bytes } from '@/lib/bytes'
import { Button } from '@/ui/Button'
import { IconButton } from '@/ui/IconButton'
import { Segments } from '@/ui/Segments'
import { Textarea } from '@/ui/Textarea'
import { useFormat } from '@/ui/use-format'
import { FileText, Upload, X } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

const ACCEPT = '.csv,.tsv,.jsonl,.ndjson,.json,.txt,.md,text/plain,text/csv'

/** A field with more in it is slow to type in: what is pasted stands there as a file does. */
const MOST_TYPED = 500_000

interface SourcePanelProps {
  batch: BatchItems
  /** What every answer has to pass. */
  check: ReactNode
}

/** Where the messages come from: typed or pasted, or a file; and how they are read. */
export function SourcePanel({ batch, check }: SourcePanelProps) {
  const { t } = useTranslation('batch')
  const { source, change } = batch
  const chooser = useRef<HTMLInputElement>(null)
  const { dragging, take, handlers } = useFileDrop(change)
  return (
    <div {...handlers} className="relative flex min-w-0 flex-col">
      <Panel
        title={t('source.title')}
        className="grow"
        head={
          <>
            <span className="grow" />
            <Button look="quiet" size="small" onClick={() => chooser.current?.click()}>
              <Upload aria-hidden className="size-3.5" />
              {t('source.file')}
            </Button>
            <input
              ref={chooser}
              type="file"
              accept={ACCEPT}
              hidden
              onChange={(event) => {
                take(event.target.files)
                // The same file may be chosen again, once it was mended.
                event.target.value = ''
              }}
            />
          </>
        }
      >
        <div className="-mx-0.5 mb-1 scrollbar-none overflow-x-auto p-0.5">
          <Segments
            label={t('source.format')}
            value={source.format}
            options={FORMATS.map((format) => [format, t(`source.${format}`)] as const)}
            onChange={(format) => change({ format })}
          />
        </div>
        {source.fileName === null ? (
          <Textarea
            aria-label={t('source.title')}
            placeholder={t(`source.placeholder.${source.format}`)}
            value={source.text}
            spellCheck={false}
            onChange={({ target: { value } }) =>
              change({ text: value, fileName: value.length > MOST_TYPED ? t('source.pasted') : null })
            }
            className={cn(
              'min-h-28 grow',
              source.format !== 'lines' && source.format !== 'blocks' && 'font-mono text-small',
            )}
          />
        ) : (
          <SourceFile name={source.fileName} text={source.text} onRemove={() => change({ fileName: null, text: '' })} />
        )}
        <ColumnChoices batch={batch} />
        {check}
      </Panel>
      {dragging && (
        <div className="absolute inset-1 grid place-items-center rounded-m border-2 border-dashed border-accent bg-accent-soft font-medium text-accent">
          {t('source.drop')}
        </div>
      )}
    </div>
  )
}

function SourceFile({ name, text, onRemove }: { name: string; text: string; onRemove: () => void }) {
  const { t } = useTranslation('batch')
  const format = useFormat()
  return (
    <div className="flex h-9 items-center gap-2 rounded-m border border-line-strong bg-sunken pr-1 pl-2.5">
      <FileText aria-hidden className="size-4 shrink-0 text-ink-3" />
      <span className="min-w-0 truncate font-medium">{name}</span>
      <span className="shrink-0 text-ink-3 tabular-nums">
        {t('source.fileBytes', { size: format.kilobytes(utf8Bytes(text)) })}
      </span>
      <span className="grow" />
      <IconButton small label={t('source.removeFile', { name })} onClick={onRemove}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </div>
  )
}

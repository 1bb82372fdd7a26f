import type { RecordOfRun } from '@/features/run/live/use-record'
import { MAX_TEXT_BYTES, utf8Bytes } from '@/lib/bytes'
import { FieldError } from '@/ui/Field'
import { Textarea } from '@/ui/Textarea'
import { Check } from 'lucide-react'
import { useId, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

interface NotesProps {
  record: RecordOfRun
  canChange: boolean
}

/** What its owner noted about the run; kept when one leaves the field, or by Ctrl or ⌘ with Enter. */
export function Notes({ record, canChange }: NotesProps) {
  const { t } = useTranslation('run')
  const id = useId()
  const stored = record.record?.notes
  const [typed, setTyped] = useState<string | null>(null)
  const [standing, setStanding] = useState<'saving' | 'saved' | null>(null)
  if (stored === undefined || (!canChange && stored === '')) return null

  const text = typed ?? stored
  const tooLong = utf8Bytes(text) > MAX_TEXT_BYTES
  const save = async () => {
    if (typed === null || typed === stored || tooLong) return
    setStanding('saving')
    const kept = await record.note(typed)
    setStanding(kept ? 'saved' : null)
    if (kept) setTyped((now) => (now === typed ? null : now))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    // Else the same keys would start a run.
    event.preventDefault()
    void save()
  }
  return (
    <section aria-labelledby={`${id}-title`} className="mt-6 border-t border-line-strong pt-4">
      <div className="mb-2 flex min-h-7 items-center gap-3">
        <h3 id={`${id}-title`} className="text-section font-semibold">
          {t('notes.title')}
        </h3>
        <p role="status" className="flex items-center gap-1 text-small text-ink-3">
          {standing === 'saving' && t('notes.saving')}
          {standing === 'saved' && typed === null && (
            <>
              <Check aria-hidden className="size-3.5 text-ok" />
              {t('notes.saved')}
            </>
          )}
          {typed !== null && typed !== stored && standing !== 'saving' && t('notes.unsaved')}
        </p>
      </div>
      {canChange ? (
        <Textarea
          aria-labelledby={`${id}-title`}
          aria-invalid={tooLong}
          value={text}
          rows={3}
          placeholder={t('notes.placeholder')}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={() => void save()}
          onKeyDown={onKeyDown}
          className="block max-w-3xl"
        />
      ) : (
        <p className="max-w-3xl prose-wrap whitespace-pre-wrap">{stored}</p>
      )}
      {tooLong && <FieldError>{t('problem.tooLong')}</FieldError>}
    </section>
  )
}

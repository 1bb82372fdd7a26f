import { MAX_TEXT_BYTES, utf8Bytes } from '@/lib/bytes'
import { draftOf, mergeDrafts } from '@/features/prompt/editor/prompt-draft'
import type { Editor } from '@/features/prompt/editor/use-editor'
import type { PromptRecord } from '@/features/prompt/editor/use-save'
import type { SaveFlow } from '@/features/prompt/editor/use-save-flow'
import { diffLines } from '@/lib/text-diff'
import { mergeTexts } from '@/lib/text-merge'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions } from '@/ui/Dialog'
import { DiffView } from '@/ui/diff/DiffView'
import { TextEditor } from '@/ui/editor/TextEditor'
import { FieldError } from '@/ui/Field'
import { Segments } from '@/ui/Segments'
import { usePhone } from '@/ui/use-media'
import { useFormat } from '@/ui/use-format'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

type Choice = 'merged' | 'mine' | 'theirs'

interface ConflictDialogProps {
  prompt: PromptRecord
  editor: Editor
  flow: SaveFlow
}

/** Two people changed one version: both texts, and the one that is to be saved on top of theirs. */
export function ConflictDialog({ prompt, editor, flow }: ConflictDialogProps) {
  const { t } = useTranslation('prompt')
  const { number, author } = prompt.currentVersion
  const who = author?.name ?? t('someone')
  return (
    <Dialog
      wide
      open={flow.conflict}
      onOpenChange={(open) => !open && flow.postpone()}
      title={t('conflict.title', { number })}
      description={t('conflict.text', { who, number, base: editor.base.number })}
    >
      <Merge key={number} prompt={prompt} editor={editor} flow={flow} />
    </Dialog>
  )
}

function Merge({ prompt, editor, flow }: ConflictDialogProps) {
  const { t } = useTranslation('prompt')
  const phone = usePhone()
  const format = useFormat()
  const theirs = prompt.currentVersion
  const { base, draft } = editor
  const names = useMemo(() => ({ mine: t('conflict.mine'), theirs: `v${theirs.number}` }), [t, theirs.number])
  const theirDraft = useMemo(() => draftOf(theirs), [theirs])
  const automatic = useMemo(
    () => mergeTexts(base.draft.content, draft.content, theirs.content, names),
    [base, draft, theirs, names],
  )
  const others = useMemo(() => mergeDrafts(base.draft, draft, theirDraft), [base, draft, theirDraft])
  const rows = useMemo(() => diffLines(theirs.content, draft.content), [theirs, draft])
  const [choice, setChoice] = useState<Choice>('merged')
  const [byHand, setByHand] = useState(automatic.text)

  const text = { merged: byHand, mine: draft.content, theirs: theirs.content }[choice]
  const bytes = utf8Bytes(text)
  const unfit = text === '' || bytes > MAX_TEXT_BYTES
  const save = () => {
    const body = choice === 'mine' ? draft : choice === 'theirs' ? theirDraft : others.draft
    void flow.merge(theirs, theirDraft, { ...body, content: text })
  }
  const write = (next: string) => {
    setByHand(next)
    setChoice('merged')
  }
  return (
    <div className="flex min-h-0 flex-col gap-3">
      <div className="overflow-hidden rounded-m border border-line">
        {!phone && (
          <div className="grid grid-cols-2 divide-x divide-line border-b border-line bg-bg text-small font-semibold">
            <span className="px-3 py-1">{t('conflict.theirs', { number: theirs.number })}</span>
            <span className="px-3 py-1">{t('conflict.mine')}</span>
          </div>
        )}
        <div
          role="region"
          tabIndex={0}
          aria-label={t('conflict.both')}
          className="max-h-[30vh] overflow-y-auto bg-surface"
        >
          <DiffView rows={rows} split={!phone} label={t('conflict.both')} />
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{t('conflict.save')}</span>
        <Segments
          label={t('conflict.save')}
          value={choice}
          options={[
            ['merged', t('conflict.byHand')],
            ['mine', t('conflict.keepMine')],
            ['theirs', t('conflict.takeTheirs')],
          ]}
          onChange={setChoice}
        />
        <span className="text-small text-ink-3">
          {choice === 'merged' &&
            (automatic.conflicts === 0 ? t('conflict.clean') : t('conflict.open', { count: automatic.conflicts }))}
        </span>
      </div>
      <TextEditor
        label={t('conflict.result')}
        value={text}
        invalid={unfit}
        onChange={write}
        className="max-h-[30vh] min-h-30 overflow-y-auto [--editor-min:120px]"
      />
      {unfit && (
        <FieldError>
          {text === ''
            ? t('problem.content.missing')
            : t('text.bytes', { bytes: format.count(bytes), most: format.count(MAX_TEXT_BYTES) })}
        </FieldError>
      )}
      {choice === 'merged' && others.both.length > 0 && (
        <p className="text-small text-ink-2">
          {t('conflict.fields', { fields: others.both.map((field) => t(`field.${field}`)).join(', ') })}
        </p>
      )}
      {flow.failure && <FieldError>{flow.failure}</FieldError>}
      <DialogActions>
        <Button onClick={flow.postpone}>{t('conflict.later')}</Button>
        <Button look="primary" data-autofocus disabled={unfit || flow.busy} onClick={save}>
          {choice === 'theirs'
            ? t('conflict.adopt', { number: theirs.number })
            : t('save.action', { number: theirs.number + 1 })}
        </Button>
      </DialogActions>
    </div>
  )
}

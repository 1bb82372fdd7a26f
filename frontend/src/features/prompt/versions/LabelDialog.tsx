import { RemovePromptLabelDocument, SetPromptLabelDocument } from '@/__generated__/graphql'
import type { PromptRecord } from '@/features/prompt/editor/use-save'
import { LabelBadge } from '@/features/prompt/LabelBadge'
import { USUAL_LABELS, isLabel } from '@/features/prompt/versions/label-names'
import { failureOf } from '@/lib/graphql-error'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions } from '@/ui/Dialog'
import { Field, FieldError } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { useMutation } from '@apollo/client/react'
import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'

interface LabelDialogProps {
  prompt: PromptRecord
  /** The version that labels are to point at; null while the dialog is closed. */
  number: number | null
  onClose: () => void
}

/** Which labels point at a version: each can be moved here, or taken off. */
export function LabelDialog({ prompt, number, onClose }: LabelDialogProps) {
  const { t } = useTranslation('prompt')
  // While it closes it goes on saying what it said.
  const [last, setLast] = useState(number)
  if (number !== null && number !== last) setLast(number)
  return (
    <Dialog
      open={number !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t('labels.title', { number: last })}
      description={t('labels.text')}
    >
      {last !== null && <Labels prompt={prompt} number={last} onClose={onClose} />}
    </Dialog>
  )
}

function Labels({ prompt, number, onClose }: { prompt: PromptRecord; number: number; onClose: () => void }) {
  const { t } = useTranslation('prompt')
  const { busy, failure, move, takeOff } = useLabelMoves(prompt, number)
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const at = new Map(prompt.labels.map((label) => [label.name, label.version.number]))
  const names = [...new Set([...USUAL_LABELS, ...at.keys()])]
  const add = (event: SyntheticEvent) => {
    event.preventDefault()
    const name = typed.trim()
    setWrong(!isLabel(name))
    if (isLabel(name)) void move(name).then((moved) => moved && setTyped(''))
  }
  return (
    <>
      <ul className="border-t border-line">
        {names.map((name) => {
          const where = at.get(name)
          const here = where === number
          const action = t(here ? 'labels.takeOff' : where === undefined ? 'labels.set' : 'labels.move')
          return (
            <li key={name} className="flex min-h-10 items-center gap-2 border-b border-line">
              <LabelBadge name={name} />
              <span className="grow text-small text-ink-3 tabular-nums">
                {where === undefined
                  ? t('labels.nowhere')
                  : here
                    ? t('labels.here')
                    : t('labels.at', { number: where })}
              </span>
              <Button
                size="small"
                disabled={busy}
                aria-label={t('labels.of', { action, name })}
                onClick={() => void (here ? takeOff(name) : move(name))}
              >
                {action}
              </Button>
            </li>
          )
        })}
      </ul>
      <form onSubmit={add} noValidate className="mt-3 flex items-start gap-2">
        <div className="grow">
          <Field label={t('labels.own')} hint={t('labels.ownHint')} error={wrong ? t('labels.wrong') : undefined}>
            {(ties) => (
              <Input {...ties} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
            )}
          </Field>
        </div>
        <Button type="submit" disabled={busy || typed.trim() === ''} className="mt-5">
          {t('labels.set')}
        </Button>
      </form>
      {failure && <FieldError>{failure}</FieldError>}
      <DialogActions>
        <Button look="primary" onClick={onClose}>
          {t('close')}
        </Button>
      </DialogActions>
    </>
  )
}

function useLabelMoves(prompt: PromptRecord, number: number) {
  const { t } = useTranslation('prompt')
  const [failure, setFailure] = useState<string | null>(null)
  const [set, setting] = useMutation(SetPromptLabelDocument)
  const [remove, removing] = useMutation(RemovePromptLabelDocument)
  const attempt = async (ask: () => Promise<unknown>): Promise<boolean> => {
    setFailure(null)
    try {
      await ask()
      return true
    } catch (error) {
      setFailure(failureOf(error).message || t('unreachable'))
      return false
    }
  }
  return {
    busy: setting.loading || removing.loading,
    failure,
    move: (label: string) => attempt(() => set({ variables: { promptId: prompt.id, label, versionNumber: number } })),
    takeOff: (label: string) => attempt(() => remove({ variables: { promptId: prompt.id, label } })),
  }
}

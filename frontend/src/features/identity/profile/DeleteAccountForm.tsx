import type { Viewer } from '@/features/identity/open-session'
import { useDeleteAccount } from '@/features/identity/profile/use-delete-account'
import { Button } from '@/ui/Button'
import { DialogActions } from '@/ui/Dialog'
import { Field, FieldError } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'

/** One types one's e-mail address, or the name where there is none. */
export function DeleteAccountForm({ viewer, onCancel }: { viewer: Viewer; onCancel: () => void }) {
  const { t } = useTranslation('identity')
  const [typed, setTyped] = useState('')
  const [mistyped, setMistyped] = useState(false)
  const { remove, busy, refusal } = useDeleteAccount(viewer)
  const wanted = viewer.email ?? viewer.name

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const matches = typed.trim().toLowerCase() === wanted.toLowerCase()
    setMistyped(!matches)
    if (matches) remove(wanted)
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      <Field
        label={t(viewer.email ? 'delete.typeEmail' : 'delete.typeName', { wanted })}
        error={mistyped ? t('delete.mistyped') : undefined}
      >
        {(ties) => (
          <Input
            {...ties}
            data-autofocus
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      {refusal && <FieldError>{refusal}</FieldError>}
      <DialogActions>
        <Button onClick={onCancel}>{t('delete.cancel')}</Button>
        <Button type="submit" look="danger" disabled={busy || typed.trim() === ''}>
          {t('delete.action')}
        </Button>
      </DialogActions>
    </form>
  )
}

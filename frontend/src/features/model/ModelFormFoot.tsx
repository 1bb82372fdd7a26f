import type { ModelValues } from '@/features/model/model-form'
import { Button } from '@/ui/Button'
import { FieldError } from '@/ui/Field'
import { useFormState } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

export interface ModelFormFootProps {
  /** Whether there is something to send though nothing was typed. */
  ready?: boolean
  submitLabel: string
  /** Whether somebody wants to leave with changes that are not saved. */
  leaving: boolean
  onStay: () => void
  onClose: () => void
}

/** What the form as a whole was refused for, and the buttons; a question where changes would be lost. */
export function ModelFormFoot({ ready = false, submitLabel, leaving, onStay, onClose }: ModelFormFootProps) {
  const { t } = useTranslation('model')
  const { errors, isDirty, isSubmitting } = useFormState<ModelValues>()
  const refusal = errors.root?.server?.message
  return (
    <div className="flex flex-col gap-3 border-t border-line px-5 py-3 phone:px-4">
      {refusal && <FieldError>{refusal}</FieldError>}
      {leaving ? (
        <div role="alert" className="flex flex-wrap items-center justify-end gap-2">
          <span className="grow">{t('form.leave')}</span>
          <Button look="danger" onClick={onClose}>
            {t('form.discard')}
          </Button>
          <Button look="primary" autoFocus onClick={onStay}>
            {t('form.stay')}
          </Button>
        </div>
      ) : (
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button type="submit" look="primary" disabled={isSubmitting || !(isDirty || ready)}>
            {submitLabel}
          </Button>
        </div>
      )}
    </div>
  )
}

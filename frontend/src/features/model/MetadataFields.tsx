import type { ModelValues } from '@/features/model/model-form'
import { TextField } from '@/features/model/TextField'
import { useProblem } from '@/features/model/use-problem'
import { Field } from '@/ui/Field'
import { Textarea } from '@/ui/Textarea'
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

/** What is known about a model; all of it may stay empty. */
export function MetadataFields() {
  const { t } = useTranslation('model')
  const { register } = useFormContext<ModelValues>()
  return (
    <fieldset className="-mx-5 flex flex-col gap-4 border-t border-line px-5 pt-4 phone:-mx-4 phone:px-4">
      <legend className="sr-only">{t('form.metadata')}</legend>
      <p aria-hidden className="-mb-1 text-section font-semibold">
        {t('form.metadata')}
        <span className="ml-2 text-small font-normal text-ink-3">{t('form.optional')}</span>
      </p>
      <TextField field="type" hint={t('form.typeHint')} />
      <div className="grid grid-cols-2 items-start gap-4">
        <TextField field="contextLength" inputMode="numeric" hint={t('form.tokens')} />
        <TextField field="maxTokens" inputMode="numeric" hint={t('form.tokens')} />
        <TextField field="inputPricePerMillion" inputMode="decimal" hint={t('form.dollars')} />
        <TextField field="outputPricePerMillion" inputMode="decimal" hint={t('form.dollars')} />
      </div>
      <Field label={t('field.notes')} error={useProblem('notes')}>
        {(ties) => <Textarea {...ties} {...register('notes')} rows={3} />}
      </Field>
    </fieldset>
  )
}

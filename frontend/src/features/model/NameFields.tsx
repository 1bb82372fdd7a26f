import { suggestName, type ModelValues } from '@/features/model/model-form'
import { TextField } from '@/features/model/TextField'
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

/** What the server calls the model, and what people do; the first proposes the second. */
export function NameFields({ autoFocus }: { autoFocus: boolean }) {
  const { t } = useTranslation('model')
  const { getValues, setValue } = useFormContext<ModelValues>()
  const proposeName = () => {
    if (getValues('name').trim() === '') setValue('name', suggestName(getValues('modelName')), { shouldDirty: true })
  }
  return (
    <>
      <TextField field="modelName" autoFocus={autoFocus} hint={t('form.modelNameHint')} onLeave={proposeName} mono />
      <TextField field="name" hint={t('form.nameHint')} />
    </>
  )
}

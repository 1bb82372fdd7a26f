import { AddressField } from '@/features/model/AddressField'
import { ApiKeyField } from '@/features/model/ApiKeyField'
import { MetadataFields } from '@/features/model/MetadataFields'
import { fieldOf, modelSchema, suggestName, type ModelValues } from '@/features/model/model-form'
import { ModelFormFoot, type ModelFormFootProps } from '@/features/model/ModelFormFoot'
import { TextField } from '@/features/model/TextField'
import { failuresOf } from '@/lib/graphql-error'
import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

export interface ModelFormProps extends ModelFormFootProps {
  before: ModelValues
  /** Whether the server has a key already. */
  hasApiKey: boolean
  onSubmit: (values: ModelValues) => Promise<unknown>
  onDirty: (dirty: boolean) => void
}

/** What one tells of a model. A refusal lands where it belongs, and what was typed stays. */
export function ModelForm({ before, hasApiKey, submitLabel, onSubmit, onDirty, ...leave }: ModelFormProps) {
  const { t } = useTranslation('model')
  const form = useForm<ModelValues>({ resolver: zodResolver(modelSchema), defaultValues: before })
  const { isDirty } = form.formState

  useEffect(() => onDirty(isDirty), [isDirty, onDirty])

  const submit = form.handleSubmit(async (values) => {
    try {
      await onSubmit(values)
      leave.onClose()
    } catch (error) {
      for (const { field, message } of failuresOf(error)) {
        const place = fieldOf(field)
        const shown = place === 'apiKey' && values.keyAction !== 'set' ? null : place
        form.setError(
          shown ?? 'root.server',
          { type: 'server', message: message || t('unreachable') },
          { shouldFocus: true },
        )
      }
    }
  })

  const proposeName = () => {
    if (form.getValues('name').trim() === '')
      form.setValue('name', suggestName(form.getValues('modelName')), { shouldDirty: true })
  }

  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={(event) => void submit(event)} className="flex min-h-0 grow flex-col">
        <div className="flex min-h-0 grow flex-col gap-4 overflow-y-auto px-5 py-4 prose-wrap phone:px-4">
          <AddressField isNew={before.endpointUrl === ''} />
          <TextField
            field="modelName"
            autoFocus={before.name === '' && before.endpointUrl !== ''}
            hint={t('form.modelNameHint')}
            onLeave={proposeName}
            mono
          />
          <TextField field="name" hint={t('form.nameHint')} />
          <ApiKeyField hasApiKey={hasApiKey} addressBefore={before.endpointUrl} />
          <MetadataFields />
        </div>
        <ModelFormFoot submitLabel={submitLabel} {...leave} />
      </form>
    </FormProvider>
  )
}

import type { OfferedList_ModelFragment } from '@/__generated__/graphql'
import { AddressField } from '@/features/model/AddressField'
import { ApiKeyField } from '@/features/model/ApiKeyField'
import type { KnownServer } from '@/features/model/edited-model'
import { FindModels } from '@/features/model/FindModels'
import { MetadataFields } from '@/features/model/MetadataFields'
import { fieldOf, modelSchema, serverSchema, valuesOfOffer, type ModelValues } from '@/features/model/model-form'
import { ModelFormFoot, type ModelFormFootProps } from '@/features/model/ModelFormFoot'
import { NameFields } from '@/features/model/NameFields'
import { ProtocolField } from '@/features/model/ProtocolField'
import { failuresOf } from '@/lib/graphql-error'
import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

type Offered = OfferedList_ModelFragment

export interface ModelFormProps extends Omit<ModelFormFootProps, 'ready'> {
  before: ModelValues
  /** The server that a new model is added to; null where it is typed. */
  known?: KnownServer | null
  /** Whether the server has a key already. */
  hasApiKey: boolean
  onSubmit: (values: ModelValues) => Promise<unknown>
  /** Adds several models of the server; absent where one is changed. */
  onSubmitMany?: (values: ModelValues, offered: readonly Offered[]) => Promise<unknown>
  onDirty: (dirty: boolean) => void
}

/** What one tells of a model. A refusal lands where it belongs, and what was typed stays. */
export function ModelForm(props: ModelFormProps) {
  const { before, known = null, hasApiKey, submitLabel, onSubmit, onSubmitMany, onDirty, ...leave } = props
  const { t } = useTranslation('model')
  const [chosen, setChosen] = useState<readonly Offered[]>([])
  const several = chosen.length > 1
  const form = useForm<ModelValues>({
    resolver: zodResolver(several ? serverSchema : modelSchema),
    defaultValues: before,
  })
  const { isDirty } = form.formState

  useEffect(() => onDirty(isDirty || several), [isDirty, several, onDirty])

  const submit = form.handleSubmit(async (values) => {
    try {
      await (several && onSubmitMany ? onSubmitMany(values, chosen) : onSubmit(values))
      leave.onClose()
    } catch (error) {
      for (const { field, message } of failuresOf(error)) {
        const place = fieldOf(field)
        const hidden = several ? place !== 'endpointUrl' && place !== 'apiKey' : false
        const shown = hidden || (place === 'apiKey' && values.keyAction !== 'set') ? null : place
        form.setError(
          shown ?? 'root.server',
          { type: 'server', message: message || t('unreachable') },
          { shouldFocus: true },
        )
      }
    }
  })

  const choose = (next: readonly Offered[]) => {
    setChosen(next)
    const [only] = next
    if (!only || next.length > 1) return
    for (const [field, text] of Object.entries(valuesOfOffer(only)))
      form.setValue(field as keyof ModelValues, text, { shouldDirty: true, shouldValidate: form.formState.isSubmitted })
  }

  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={(event) => void submit(event)} className="flex min-h-0 grow flex-col">
        <div className="flex min-h-0 grow flex-col gap-4 overflow-y-auto px-5 py-4 prose-wrap phone:px-4">
          <ProtocolField fixed={!onSubmitMany} />
          <AddressField isNew={before.endpointUrl === ''} />
          <ApiKeyField hasApiKey={hasApiKey} addressBefore={before.endpointUrl} />
          {onSubmitMany && <FindModels known={known} chosen={chosen} onChoose={choose} />}
          {several ? (
            <p className="text-ink-2">{t('many.note', { count: chosen.length })}</p>
          ) : (
            <>
              <NameFields autoFocus={before.name === '' && before.endpointUrl !== ''} />
              <MetadataFields />
            </>
          )}
        </div>
        <ModelFormFoot
          {...leave}
          ready={several}
          submitLabel={several ? t('many.submit', { count: chosen.length }) : submitLabel}
        />
      </form>
    </FormProvider>
  )
}

import type { Edited, SheetModel } from '@/features/model/edited-model'
import { ModelSheet_ModelFragmentDoc } from '@/__generated__/graphql'
import { newValues, toRegisterInput, toUpdateInput, valuesOf } from '@/features/model/model-form'
import { ModelForm, type ModelFormProps } from '@/features/model/ModelForm'
import { useRegisterModelMutation } from '@/features/model/use-register-model-mutation'
import { useUpdateModelMutation } from '@/features/model/use-update-model-mutation'
import { Sheet } from '@/ui/Sheet'
import { useFragment } from '@apollo/client/react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface ModelSheetProps {
  /** Null while it is closed. */
  edited: Edited | null
  onClose: () => void
}

/** The form of a model, beside the list. What was typed is not lost without a question. */
export function ModelSheet({ edited, onClose }: ModelSheetProps) {
  const { t } = useTranslation('model')
  const [dirty, setDirty] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const close = () => {
    setDirty(false)
    setLeaving(false)
    onClose()
  }
  const form = { leaving, onDirty: setDirty, onStay: () => setLeaving(false), onClose: close }
  const change = edited?.kind === 'change'
  return (
    <Sheet
      open={edited !== null}
      onOpenChange={() => (dirty ? setLeaving(true) : close())}
      title={change ? t('form.changeTitle') : t('form.newTitle')}
    >
      {edited?.kind === 'new' && <NewModel endpointUrl={edited.endpointUrl} {...form} />}
      {change && <ChangedModel model={edited.model} {...form} />}
    </Sheet>
  )
}

type FormState = Pick<ModelFormProps, 'leaving' | 'onDirty' | 'onStay' | 'onClose'>

function NewModel({ endpointUrl, ...form }: FormState & { endpointUrl: string }) {
  const { t } = useTranslation('model')
  const [register] = useRegisterModelMutation()
  return (
    <ModelForm
      {...form}
      before={newValues(endpointUrl)}
      hasApiKey={false}
      submitLabel={t('form.add')}
      onSubmit={(values) => register({ variables: { input: toRegisterInput(values) } })}
    />
  )
}

function ChangedModel({ model, ...form }: FormState & { model: SheetModel }) {
  const { t } = useTranslation('model')
  const [update] = useUpdateModelMutation()
  const { data, complete } = useFragment({ fragment: ModelSheet_ModelFragmentDoc, from: model })
  const before = useMemo(() => (complete ? valuesOf(data) : null), [data, complete])
  if (!complete || !before) return null
  return (
    <ModelForm
      {...form}
      before={before}
      hasApiKey={data.hasApiKey}
      submitLabel={t('form.save')}
      onSubmit={(values) => update({ variables: { input: toUpdateInput(data.id, before, values) } })}
    />
  )
}

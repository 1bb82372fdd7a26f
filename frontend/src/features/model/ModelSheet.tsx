import type { Edited, KnownServer, SheetModel } from '@/features/model/edited-model'
import { ModelSheet_ModelFragmentDoc } from '@/__generated__/graphql'
import { newValues, toRegisterInput, toRegisterManyInput, toUpdateInput, valuesOf } from '@/features/model/model-form'
import { ModelForm, type ModelFormProps } from '@/features/model/ModelForm'
import { useRegisterModelMutation } from '@/features/model/use-register-model-mutation'
import { useRegisterModels } from '@/features/model/use-register-models'
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
      {edited?.kind === 'new' && <NewModel server={edited.server} {...form} />}
      {change && <ChangedModel model={edited.model} {...form} />}
    </Sheet>
  )
}

type FormState = Pick<ModelFormProps, 'leaving' | 'onDirty' | 'onStay' | 'onClose'>

function NewModel({ server, ...form }: FormState & { server: KnownServer | null }) {
  const { t } = useTranslation('model')
  const [register] = useRegisterModelMutation()
  const registerMany = useRegisterModels()
  const before = useMemo(() => newModelAt(server), [server])
  return (
    <ModelForm
      {...form}
      before={before}
      known={server}
      hasApiKey={server?.hasApiKey ?? false}
      submitLabel={t('form.add')}
      onSubmit={(values) => register({ variables: { input: toRegisterInput(values) } })}
      onSubmitMany={(values, offered) => registerMany(toRegisterManyInput(values, offered))}
    />
  )
}

function newModelAt(server: KnownServer | null) {
  if (!server) return newValues()
  const keyAction = server.hasApiKey ? ('keep' as const) : ('set' as const)
  return { ...newValues(server.endpointUrl, server.protocol), keyAction }
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
      hasApiKey={data.server.hasApiKey}
      submitLabel={t('form.save')}
      onSubmit={(values) => update({ variables: { input: toUpdateInput(data.id, before, values) } })}
    />
  )
}

import type { ModelRow_ModelFragment } from '@/__generated__/graphql'
import { useSwitchModel } from '@/features/model/use-switch-model'
import { Switch } from '@/ui/Switch'
import { useTranslation } from 'react-i18next'

/** Whether runs can ask the model. It stays in the list either way. */
export function ModelSwitch({
  model,
}: {
  model: Pick<ModelRow_ModelFragment, 'id' | 'name' | 'isActive' | 'canChange'>
}) {
  const { t } = useTranslation('model')
  const turn = useSwitchModel()
  return (
    <Switch
      label={t('active.label', { name: model.name })}
      checked={model.isActive}
      disabled={!model.canChange}
      onChange={(isActive) => turn(model, isActive)}
      className="relative z-1"
    />
  )
}

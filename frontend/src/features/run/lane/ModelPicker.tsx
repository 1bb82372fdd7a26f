import type { RunnableModel } from '@/features/run/use-models'
import { hostOf } from '@/lib/host'
import { Badge } from '@/ui/Badge'
import { Combobox } from '@/ui/Combobox'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface ModelPickerProps {
  models: readonly RunnableModel[]
  value: string | null
  onSelect: (modelId: string) => void
  align?: 'start' | 'end'
  /** The button that opens it. */
  children: ReactNode
}

/** Chooses a model by its name, its server's name for it or its address. */
export function ModelPicker({ models, value, onSelect, align = 'start', children }: ModelPickerProps) {
  const { t } = useTranslation('run')
  return (
    <Combobox
      label={t('picker.label')}
      searchLabel={t('picker.search')}
      emptyLabel={t('picker.none')}
      value={value}
      onSelect={onSelect}
      align={align}
      options={models.map((model) => ({
        value: model.id,
        label: model.name,
        keywords: [model.modelName, model.endpointUrl],
        content: (
          <>
            <span className="truncate font-medium">{model.name}</span>
            {model.isSimulated ? (
              <Badge>{t('simulated')}</Badge>
            ) : (
              <span className="truncate text-small text-ink-3">{hostOf(model.endpointUrl)}</span>
            )}
          </>
        ),
      }))}
    >
      {children}
    </Combobox>
  )
}

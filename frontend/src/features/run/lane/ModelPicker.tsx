import { RunnableModelsDocument } from '@/__generated__/graphql'
import { availabilityOf, byAvailability, isRefused } from '@/features/run/availability'
import { useAvailabilityWords } from '@/features/run/use-availability-words'
import type { RunnableModel } from '@/features/run/use-models'
import { hostOf } from '@/lib/host'
import { Badge } from '@/ui/Badge'
import { Combobox } from '@/ui/Combobox'
import { StatusMark } from '@/ui/StatusMark'
import { useApolloClient } from '@apollo/client/react'
import type { ComponentProps, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface ModelPickerProps extends Pick<ComponentProps<typeof Combobox>, 'align' | 'several'> {
  models: readonly RunnableModel[]
  value: string | null
  onSelect: (modelId: string) => void
  /** The button that opens it. */
  children: ReactNode
}

/** Chooses a model by its name, its server's name for it or its address. Who cannot be asked stands there with the reason. */
export function ModelPicker({ models, value, onSelect, children, ...rest }: ModelPickerProps) {
  const { t } = useTranslation('run')
  const words = useAvailabilityWords()
  const client = useApolloClient()
  // Servers come and go while the page is open.
  const refresh = () => void client.refetchQueries({ include: [RunnableModelsDocument] }).catch(() => undefined)
  return (
    <Combobox
      {...rest}
      label={t('picker.label')}
      searchLabel={t('picker.search')}
      emptyLabel={t('picker.none')}
      value={value}
      onSelect={onSelect}
      onOpen={refresh}
      options={byAvailability(models).map((model) => ({
        value: model.id,
        label: model.name,
        keywords: [model.modelName, model.endpointUrl],
        disabled: isRefused(availabilityOf(model)),
        content: <Choice model={model} obstacle={words(model)} />,
      }))}
    >
      {children}
    </Combobox>
  )
}

function Choice({ model, obstacle }: { model: RunnableModel; obstacle: string | null }) {
  const { t } = useTranslation('run')
  return (
    <span className="min-w-0 grow">
      <span className="flex min-w-0 items-center gap-2">
        <span className="truncate font-medium">{model.name}</span>
        {model.isSimulated ? (
          <Badge>{t('simulated')}</Badge>
        ) : (
          <span className="truncate text-small text-ink-3">{hostOf(model.endpointUrl)}</span>
        )}
      </span>
      {obstacle && (
        <span className="flex items-start gap-1.5 text-small text-ink-2">
          <StatusMark kind={isRefused(availabilityOf(model)) ? 'stopped' : 'warning'} className="mt-0.5" />
          <span className="line-clamp-2">{obstacle}</span>
        </span>
      )}
    </span>
  )
}

import { HistoryModelDocument } from '@/__generated__/graphql'
import { useModels } from '@/features/run/use-models'
import { Combobox } from '@/ui/Combobox'
import { FilterChip } from '@/ui/FilterChip'
import { skipToken, useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'

interface ModelFilterProps {
  value: string | null
  onChange: (modelId: string | null) => void
}

/** Runs that asked one model. A link may name a model that has been removed since. */
export function ModelFilter({ value, onChange }: ModelFilterProps) {
  const { t } = useTranslation('history')
  const { list, byId } = useModels()
  const listed = value === null ? undefined : byId.get(value)
  const removed = value !== null && list !== null && listed === undefined
  const { data } = useQuery(HistoryModelDocument, removed ? { variables: { id: value } } : skipToken)
  const name = listed?.name ?? data?.model?.name ?? t('filter.unknownModel')
  return (
    <Combobox
      label={t('filter.model')}
      searchLabel={t('filter.searchModels')}
      emptyLabel={t('filter.noModel')}
      options={(list ?? []).map((model) => ({
        value: model.id,
        label: model.name,
        keywords: [model.modelName, model.endpointUrl],
        content: (
          <>
            <span className="truncate">{model.name}</span>
            <span className="ml-auto truncate pl-2 text-small text-ink-3">{new URL(model.endpointUrl).host}</span>
          </>
        ),
      }))}
      value={value}
      onSelect={onChange}
    >
      <FilterChip clearLabel={t('filter.clearModel')} onClear={value === null ? undefined : () => onChange(null)}>
        {value === null ? (
          t('filter.model')
        ) : (
          <>
            <span className="phone:sr-only">{t('filter.modelIs')} </span>
            <span translate="no">{name}</span>
          </>
        )}
      </FilterChip>
    </Combobox>
  )
}

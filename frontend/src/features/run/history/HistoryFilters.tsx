import { DateFilter } from '@/features/run/history/DateFilter'
import { ModelFilter } from '@/features/run/history/ModelFilter'
import { PromptFilter } from '@/features/run/history/PromptFilter'
import { isFiltered, type HistorySearch } from '@/features/run/history/search'
import { StatusFilter } from '@/features/run/history/StatusFilter'
import { Button } from '@/ui/Button'
import { useTranslation } from 'react-i18next'

interface HistoryFiltersProps {
  search: HistorySearch
  onChange: (change: Partial<HistorySearch>) => void
}

export const NO_FILTERS = {
  standings: [],
  modelId: null,
  promptId: null,
  promptVersionId: null,
  from: null,
  to: null,
} satisfies Partial<HistorySearch>

export function HistoryFilters({ search, onChange }: HistoryFiltersProps) {
  const { t } = useTranslation('history')
  return (
    <div role="group" aria-label={t('filter.label')} className="flex flex-wrap items-center gap-2">
      <DateFilter from={search.from} to={search.to} onChange={onChange} />
      <ModelFilter value={search.modelId} onChange={(modelId) => onChange({ modelId })} />
      <StatusFilter value={search.standings} onChange={(standings) => onChange({ standings })} />
      <PromptFilter search={search} onChange={onChange} />
      <span className="grow" />
      {isFiltered(search) && (
        <Button look="quiet" onClick={() => onChange(NO_FILTERS)}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  )
}

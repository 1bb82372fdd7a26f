import { DateFilter } from '@/features/run/history/DateFilter'
import { ModelFilter } from '@/features/run/history/ModelFilter'
import { PromptFilter } from '@/features/run/history/PromptFilter'
import { isFiltered, type HistorySearch } from '@/features/run/history/search'
import { useTypedText } from '@/features/run/history/use-typed-text'
import { SearchInput } from '@/ui/SearchInput'
import { Segments } from '@/ui/Segments'
import { StatusFilter } from '@/features/run/history/StatusFilter'
import { cn } from '@/lib/cn'
import { Button } from '@/ui/Button'
import { Layers } from 'lucide-react'
import { useTranslation } from 'react-i18next'

interface HistoryFiltersProps {
  search: HistorySearch
  onChange: (change: Partial<HistorySearch>, replace?: boolean) => void
}

export const NO_FILTERS = {
  text: '',
  standings: [],
  modelId: null,
  promptId: null,
  promptVersionId: null,
  from: null,
  to: null,
} satisfies Partial<HistorySearch>

const SCOPES = ['mine', 'shared'] as const

export function HistoryFilters({ search, onChange }: HistoryFiltersProps) {
  const { t } = useTranslation('history')
  const [typed, setTyped] = useTypedText(search.text, (text) => onChange({ text }, true))
  return (
    <div role="group" aria-label={t('filter.label')} className="flex flex-wrap items-center gap-2">
      <SearchInput label={t('filter.text')} value={typed} onChange={setTyped} className="w-64 phone:w-full" />
      <Segments
        label={t('filter.scope')}
        value={search.shared ? 'shared' : 'mine'}
        options={SCOPES.map((scope) => [scope, t(`filter.${scope}`)] as const)}
        onChange={(scope) => onChange({ shared: scope === 'shared' })}
      />
      <DateFilter from={search.from} to={search.to} onChange={onChange} />
      <ModelFilter value={search.modelId} onChange={(modelId) => onChange({ modelId })} />
      <StatusFilter value={search.standings} onChange={(standings) => onChange({ standings })} />
      <PromptFilter search={search} onChange={onChange} />
      <Button
        aria-pressed={search.batches}
        onClick={() => onChange({ batches: !search.batches })}
        className={cn(
          'px-2 font-normal',
          search.batches && 'border-[color-mix(in_srgb,var(--accent)_50%,var(--line))] bg-accent-soft',
        )}
      >
        <Layers aria-hidden className="size-3.5 text-ink-3" />
        {t('filter.batches')}
      </Button>
      <span className="grow" />
      {isFiltered(search) && (
        <Button look="quiet" onClick={() => onChange(NO_FILTERS)}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  )
}

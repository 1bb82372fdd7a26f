import { STANDINGS, type StandingFilter } from '@/features/run/history/search'
import { Checkbox } from '@/ui/Checkbox'
import { FilterChip } from '@/ui/FilterChip'
import { Popover, PopoverContent, PopoverTrigger } from '@/ui/Popover'
import { useTranslation } from 'react-i18next'

interface StatusFilterProps {
  value: readonly StandingFilter[]
  onChange: (value: StandingFilter[]) => void
}

/** Which runs by where they stand: any of several. */
export function StatusFilter({ value, onChange }: StatusFilterProps) {
  const { t } = useTranslation('history')
  const chosen = value.map((standing) => t(`standing.${standing}`)).join(', ')
  const toggle = (standing: StandingFilter) =>
    onChange(STANDINGS.filter((one) => (one === standing) !== value.includes(one)))
  return (
    <Popover>
      <PopoverTrigger asChild>
        <FilterChip clearLabel={t('filter.clearStatus')} onClear={value.length > 0 ? () => onChange([]) : undefined}>
          {chosen || t('column.status')}
        </FilterChip>
      </PopoverTrigger>
      <PopoverContent aria-label={t('column.status')} className="min-w-44 p-1">
        <fieldset>
          <legend className="sr-only">{t('column.status')}</legend>
          {STANDINGS.map((standing) => (
            <Checkbox key={standing} checked={value.includes(standing)} onChange={() => toggle(standing)}>
              {t(`standing.${standing}`)}
            </Checkbox>
          ))}
        </fieldset>
      </PopoverContent>
    </Popover>
  )
}

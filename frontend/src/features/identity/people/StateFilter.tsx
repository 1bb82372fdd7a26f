import { STATES, type PersonState } from '@/features/identity/people/people-search'
import { FilterChip } from '@/ui/FilterChip'
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from '@/ui/Menu'
import { useTranslation } from 'react-i18next'

interface StateFilterProps {
  value: PersonState | null
  onChange: (value: PersonState | null) => void
}

export function StateFilter({ value, onChange }: StateFilterProps) {
  const { t } = useTranslation('identity')
  return (
    <Menu>
      <MenuTrigger asChild>
        <FilterChip clearLabel={t('people.clearState')} onClear={value ? () => onChange(null) : undefined}>
          {value ? t(`people.state.${value}`) : t('people.column.state')}
        </FilterChip>
      </MenuTrigger>
      <MenuContent align="start">
        <MenuRadioGroup value={value ?? ''} onValueChange={(next) => onChange(next as PersonState)}>
          {STATES.map((state) => (
            <MenuRadioItem key={state} value={state}>
              {t(`people.state.${state}`)}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  )
}

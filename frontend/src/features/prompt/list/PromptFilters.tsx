import { PromptTagsDocument } from '@/__generated__/graphql'
import { isFiltered, ORDERS, type Order } from '@/features/prompt/list/search'
import type { PromptsSearch } from '@/features/prompt/list/use-prompts-search'
import { Button } from '@/ui/Button'
import { Checkbox } from '@/ui/Checkbox'
import { FilterChip } from '@/ui/FilterChip'
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from '@/ui/Menu'
import { Popover, PopoverContent, PopoverTrigger } from '@/ui/Popover'
import { useQuery } from '@apollo/client/react'
import { ArrowDownWideNarrow, Star } from 'lucide-react'
import { useTranslation } from 'react-i18next'

export function PromptFilters({ address }: { address: PromptsSearch }) {
  const { t } = useTranslation('prompt')
  const { search, change } = address
  return (
    <div role="group" aria-label={t('filter.label')} className="flex flex-wrap items-center gap-2">
      <TagFilter value={search.tags} onChange={(tags) => change({ tags })} />
      <Button
        aria-pressed={search.starred}
        onClick={() => change({ starred: !search.starred })}
        className={search.starred ? 'border-[color-mix(in_srgb,var(--accent)_50%,var(--line))] bg-accent-soft' : ''}
      >
        <Star aria-hidden className={search.starred ? 'size-3.5 fill-current text-warn' : 'size-3.5 text-ink-3'} />
        {t('filter.starred')}
      </Button>
      <OrderMenu value={search.order} onChange={(order) => change({ order })} />
      <span className="grow" />
      {isFiltered(search) && (
        <Button look="quiet" onClick={address.clear}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  )
}

function TagFilter({ value, onChange }: { value: readonly string[]; onChange: (tags: string[]) => void }) {
  const { t } = useTranslation('prompt')
  const { data } = useQuery(PromptTagsDocument, { fetchPolicy: 'cache-and-network' })
  const known = data?.promptTags ?? []
  // A link may name a tag that nothing has any more.
  const gone = value.filter((tag) => !known.some(({ name }) => name === tag)).map((name) => ({ name, promptCount: 0 }))
  const toggle = (tag: string) => onChange(value.includes(tag) ? value.filter((one) => one !== tag) : [...value, tag])
  return (
    <Popover>
      <PopoverTrigger asChild>
        <FilterChip clearLabel={t('filter.clearTags')} onClear={value.length > 0 ? () => onChange([]) : undefined}>
          {value.join(', ') || t('filter.tags')}
        </FilterChip>
      </PopoverTrigger>
      <PopoverContent aria-label={t('filter.tags')} className="max-h-80 max-w-72 min-w-44 overflow-y-auto p-1">
        {known.length + gone.length === 0 && <p className="px-2 py-1.5 text-ink-3">{t('filter.noTags')}</p>}
        <fieldset>
          <legend className="sr-only">{t('filter.tags')}</legend>
          {[...gone, ...known].map(({ name, promptCount }) => (
            <Checkbox key={name} checked={value.includes(name)} onChange={() => toggle(name)}>
              <span className="min-w-0 grow truncate">{name}</span>
              <span className="pl-3 text-ink-3 tabular-nums">{promptCount}</span>
            </Checkbox>
          ))}
        </fieldset>
      </PopoverContent>
    </Popover>
  )
}

function OrderMenu({ value, onChange }: { value: Order; onChange: (order: Order) => void }) {
  const { t } = useTranslation('prompt')
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button className="px-2 font-normal" aria-label={t('order.label', { order: t(`order.${value}`) })}>
          <ArrowDownWideNarrow aria-hidden className="size-3.5 text-ink-3" />
          {t(`order.${value}`)}
        </Button>
      </MenuTrigger>
      <MenuContent align="start">
        <MenuRadioGroup value={value} onValueChange={(order) => onChange(order as Order)}>
          {Object.keys(ORDERS).map((order) => (
            <MenuRadioItem key={order} value={order}>
              {t(`order.${order as Order}`)}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  )
}

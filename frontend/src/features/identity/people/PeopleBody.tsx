import { LoadError } from '@/features/identity/LoadError'
import { PersonCard } from '@/features/identity/people/PersonCard'
import { PeopleTable } from '@/features/identity/people/PeopleTable'
import type { PeopleList } from '@/features/identity/people/use-people'
import { RowsSkeleton } from '@/features/identity/RowsSkeleton'
import { cn } from '@/lib/cn'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { useFormat } from '@/ui/use-format'
import { useMediaQuery } from '@/ui/use-media-query'
import { useTranslation } from 'react-i18next'

/** Where the columns do not fit: rows become cards. */
const NARROW = '(max-width: 900px)'

interface PeopleBodyProps {
  list: PeopleList
  viewerId: string
  /** Shows everybody; null where everybody is shown. */
  onClear: (() => void) | null
}

/** The list, or what stands in its place. */
export function PeopleBody({ list, viewerId, onClear }: PeopleBodyProps) {
  const { t } = useTranslation('identity')
  const narrow = useMediaQuery(NARROW)
  const { people, outdated } = list
  if (list.error && outdated) return <LoadError title={t('people.error')} error={list.error} onRetry={list.retry} />
  if (people === null) return <RowsSkeleton rows={3} />
  if (people.length === 0) return onClear ? <NoMatch onClear={onClear} /> : <NobodyYet />
  return (
    <div aria-busy={outdated} className={cn(outdated && 'opacity-60')}>
      {narrow ? (
        <ul className="-mx-(--gutter) border-t border-line">
          {people.map((person) => (
            <PersonCard key={person.id} person={person} viewerId={viewerId} />
          ))}
        </ul>
      ) : (
        <PeopleTable people={people} viewerId={viewerId} />
      )}
      <MorePeople list={list} />
    </div>
  )
}

/** Who came by the administrator's link, or needs no sign-in, is not among the people. */
function NobodyYet() {
  const { t } = useTranslation('identity')
  return <EmptyState title={t('people.nobodyYet.title')}>{t('people.nobodyYet.text')}</EmptyState>
}

function NoMatch({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation('identity')
  return (
    <EmptyState
      title={t('people.noMatch.title')}
      actions={<Button onClick={onClear}>{t('people.noMatch.clear')}</Button>}
    >
      {t('people.noMatch.text')}
    </EmptyState>
  )
}

function MorePeople({ list }: { list: PeopleList }) {
  const { t } = useTranslation('identity')
  const format = useFormat()
  if (!list.showMore) return null
  const numbers = { shown: format.count(list.people?.length), total: format.count(list.total) }
  return (
    <div className="flex items-center gap-3 pt-3 text-ink-2 tabular-nums">
      <span className="grow">{t('people.range', numbers)}</span>
      <Button disabled={list.loadingMore} onClick={list.showMore}>
        {t('people.more')}
      </Button>
    </div>
  )
}

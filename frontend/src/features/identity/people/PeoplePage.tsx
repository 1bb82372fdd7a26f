import { AdministratorsOnly } from '@/features/identity/people/AdministratorsOnly'
import { PeopleBody } from '@/features/identity/people/PeopleBody'
import { StateFilter } from '@/features/identity/people/StateFilter'
import { usePeople } from '@/features/identity/people/use-people'
import { usePeopleSearch } from '@/features/identity/people/use-people-search'
import { useViewer } from '@/features/identity/use-viewer'
import { PageBody } from '@/ui/PageBody'
import { PageTitle } from '@/ui/PageTitle'
import { SearchInput } from '@/ui/SearchInput'
import { useFormat } from '@/ui/use-format'
import { useTranslation } from 'react-i18next'

/** The people who have signed in, for administrators. */
export function PeoplePage() {
  const viewer = useViewer()
  if (!viewer) return null
  return viewer.isAdministrator ? <People viewerId={viewer.id} /> : <AdministratorsOnly />
}

function People({ viewerId }: { viewerId: string }) {
  const { t } = useTranslation('identity')
  const format = useFormat()
  const search = usePeopleSearch()
  const list = usePeople(search.settled)
  const { text, state } = search.settled
  const isFiltered = text !== '' || state !== null
  const total = list.total === null ? null : { count: list.total, number: format.count(list.total) }
  return (
    <PageBody>
      <PageTitle
        title={t('people.title')}
        aside={total && (isFiltered ? t('people.matching', total) : t('people.total', total))}
      >
        <StateFilter value={state} onChange={search.setState} />
        <SearchInput
          label={t('people.search')}
          value={search.typed}
          onChange={search.setTyped}
          className="w-60 phone:order-last phone:w-full"
        />
      </PageTitle>
      <PeopleBody list={list} viewerId={viewerId} onClear={isFiltered ? search.clear : null} />
    </PageBody>
  )
}

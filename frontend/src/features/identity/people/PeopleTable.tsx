import { PersonRow } from '@/features/identity/people/PersonRow'
import type { ListedPerson } from '@/features/identity/people/use-people'
import { HeadCell, Table } from '@/ui/Table'
import { useTranslation } from 'react-i18next'

interface PeopleTableProps {
  people: readonly ListedPerson[]
  viewerId: string
}

export function PeopleTable({ people, viewerId }: PeopleTableProps) {
  const { t } = useTranslation('identity')
  return (
    <Table>
      <colgroup>
        <col />
        <col className="w-[26%]" />
        <col className="w-30" />
        <col className="w-28" />
        <col className="w-42" />
        <col className="w-30" />
        <col className="w-28" />
      </colgroup>
      <thead className="sticky top-(--topbar) z-2 bg-surface">
        <tr>
          <HeadCell>{t('people.column.name')}</HeadCell>
          <HeadCell>{t('people.column.email')}</HeadCell>
          <HeadCell>{t('people.column.role')}</HeadCell>
          <HeadCell>{t('people.column.firstSeen')}</HeadCell>
          <HeadCell>{t('people.column.lastSeen')}</HeadCell>
          <HeadCell>{t('people.column.state')}</HeadCell>
          <HeadCell>
            <span className="sr-only">{t('people.column.actions')}</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} viewerId={viewerId} />
        ))}
      </tbody>
    </Table>
  )
}

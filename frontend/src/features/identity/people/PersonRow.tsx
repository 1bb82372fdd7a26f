import { PersonRow_UserFragmentDoc, type PersonRow_UserFragment } from '@/__generated__/graphql'
import { Avatar } from '@/features/identity/Avatar'
import { PersonLock } from '@/features/identity/people/PersonLock'
import { StateMark } from '@/features/identity/people/StateMark'
import { NONE } from '@/lib/format'
import { Badge } from '@/ui/Badge'
import { Cell } from '@/ui/Table'
import { useFormat } from '@/ui/use-format'
import type { FragmentType } from '@apollo/client'
import { useFragment } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'

export interface PersonProps {
  person: FragmentType<PersonRow_UserFragment>
  /** Who looks; nobody locks out themselves. */
  viewerId: string
}

/** A person in one line. */
export function PersonRow({ person, viewerId }: PersonProps) {
  const { t } = useTranslation('identity')
  const format = useFormat()
  const { data, complete } = useFragment({ fragment: PersonRow_UserFragmentDoc, from: person })
  if (!complete) return null
  const { id, name, email, isAdministrator, createdAt, lastSeenAt, deactivatedAt } = data
  return (
    <tr className="hover:bg-hover/60">
      <Cell>
        <span className="flex min-w-0 items-center gap-2">
          <Avatar person={data} />
          <span className="truncate font-medium" translate="no" title={name}>
            {name}
          </span>
          {id === viewerId && <Badge>{t('people.you')}</Badge>}
        </span>
      </Cell>
      <Cell className="text-ink-2" translate="no" title={email ?? undefined}>
        {email ?? NONE}
      </Cell>
      <Cell className="text-ink-2">{t(isAdministrator ? 'role.administrator' : 'role.member')}</Cell>
      <Cell className="text-ink-2">{format.date(createdAt)}</Cell>
      <Cell className="text-ink-2">{lastSeenAt ? format.minute(lastSeenAt) : NONE}</Cell>
      <Cell>
        <StateMark deactivatedAt={deactivatedAt} />
      </Cell>
      <Cell end className="py-1">
        {id !== viewerId && <PersonLock person={data} />}
      </Cell>
    </tr>
  )
}

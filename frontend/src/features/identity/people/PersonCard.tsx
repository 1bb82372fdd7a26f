import { PersonRow_UserFragmentDoc } from '@/__generated__/graphql'
import { Avatar } from '@/features/identity/Avatar'
import { PersonLock } from '@/features/identity/people/PersonLock'
import type { PersonProps } from '@/features/identity/people/PersonRow'
import { StateMark } from '@/features/identity/people/StateMark'
import { Badge } from '@/ui/Badge'
import { useFormat } from '@/ui/use-format'
import { useFragment } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'

/** A person on a phone. */
export function PersonCard({ person, viewerId }: PersonProps) {
  const { t } = useTranslation('identity')
  const format = useFormat()
  const { data, complete } = useFragment({ fragment: PersonRow_UserFragmentDoc, from: person })
  if (!complete) return null
  const { id, name, email, isAdministrator, createdAt, lastSeenAt, deactivatedAt } = data
  return (
    <li className="flex items-start gap-3 border-b border-line px-(--gutter) py-3">
      <Avatar person={data} className="size-8 text-label" />
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="min-w-0 font-medium [overflow-wrap:anywhere]" translate="no">
            {name}
          </span>
          {id === viewerId && <Badge>{t('people.you')}</Badge>}
          {isAdministrator && <Badge>{t('role.administrator')}</Badge>}
          {deactivatedAt && <StateMark deactivatedAt={deactivatedAt} />}
        </p>
        {email && (
          <p className="truncate text-ink-2" translate="no">
            {email}
          </p>
        )}
        <p className="flex flex-wrap gap-x-3 text-small text-ink-3 tabular-nums">
          <span>{t('people.since', { date: format.date(createdAt) })}</span>
          {lastSeenAt && <span>{t('people.lastSeen', { time: format.minute(lastSeenAt) })}</span>}
        </p>
        {id !== viewerId && (
          <div className="mt-1.5 -ml-2">
            <PersonLock person={data} />
          </div>
        )}
      </div>
    </li>
  )
}

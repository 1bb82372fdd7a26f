import { SessionRow_SessionFragmentDoc, type SessionRow_SessionFragment } from '@/__generated__/graphql'
import { useEndSessionMutation } from '@/features/identity/profile/use-sessions'
import { neighbourRow } from '@/features/identity/neighbour-row'
import { useRefusal } from '@/features/identity/use-refusal'
import { useSignOut } from '@/features/identity/use-sign-out'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { useFocusHeir } from '@/ui/use-focus-heir'
import { useFormat } from '@/ui/use-format'
import type { FragmentType } from '@apollo/client'
import { useFragment } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'

/** A browser in which one is signed in. Ending this one is signing out. */
export function SessionRow({ session }: { session: FragmentType<SessionRow_SessionFragment> }) {
  const { t } = useTranslation('identity')
  const format = useFormat()
  const row = useFocusHeir<HTMLLIElement>(neighbourRow)
  const refusal = useRefusal()
  const signOut = useSignOut()
  const [end, { loading }] = useEndSessionMutation()
  const { data, complete } = useFragment({ fragment: SessionRow_SessionFragmentDoc, from: session })
  if (!complete) return null

  const { id, device, address, isCurrent } = data
  const signOutThere = () => {
    if (loading) return
    void end({ variables: { id } }).then(
      () => toast(t('sessions.ended', { device })),
      refusal(t('sessions.notEnded', { device })),
    )
  }
  return (
    <li ref={row} className="flex items-center gap-3 border-b border-line py-2.5 last:border-b-0">
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium" translate="no">
            {device}
          </span>
          {isCurrent && <Badge tone="accent">{t('sessions.current')}</Badge>}
        </p>
        <p className="flex flex-wrap gap-x-3 text-small text-ink-3 tabular-nums">
          <span translate="no">{address}</span>
          <span>{t('sessions.lastUsed', { time: format.minute(data.lastUsedAt) })}</span>
          <span>{t('sessions.since', { date: format.date(data.createdAt) })}</span>
        </p>
      </div>
      <Button
        look="quiet"
        aria-disabled={loading}
        aria-label={isCurrent ? undefined : t('sessions.endOf', { device })}
        onClick={isCurrent ? signOut : signOutThere}
      >
        {t('sessions.end')}
      </Button>
    </li>
  )
}

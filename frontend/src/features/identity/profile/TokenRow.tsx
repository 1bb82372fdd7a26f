import { TokenRow_ApiTokenFragmentDoc, type TokenRow_ApiTokenFragment } from '@/__generated__/graphql'
import { RevokeToken } from '@/features/identity/profile/RevokeToken'
import { neighbourRow } from '@/features/identity/neighbour-row'
import { Badge } from '@/ui/Badge'
import { useFocusHeir } from '@/ui/use-focus-heir'
import { useFormat } from '@/ui/use-format'
import { useNow } from '@/ui/use-now'
import type { FragmentType } from '@apollo/client'
import { useFragment } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'

/** A token: what it is for, what it may, and whether anybody uses it. */
export function TokenRow({ token }: { token: FragmentType<TokenRow_ApiTokenFragment> }) {
  const { t } = useTranslation('identity')
  const format = useFormat()
  const now = useNow(60_000, true)
  const row = useFocusHeir<HTMLLIElement>(neighbourRow)
  const { data, complete } = useFragment({ fragment: TokenRow_ApiTokenFragmentDoc, from: token })
  if (!complete) return null

  const { name, prefix, scopes, createdAt, expiresAt, lastUsedAt } = data
  const expired = Date.parse(expiresAt) <= now
  return (
    <li ref={row} className="flex items-center gap-3 border-b border-line py-2.5 last:border-b-0">
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="min-w-0 font-medium [overflow-wrap:anywhere]" translate="no">
            {name}
          </span>
          {scopes.map((scope) => (
            <Badge key={scope}>{t(`scope.${scope}.name`)}</Badge>
          ))}
          {expired && <Badge tone="warn">{t('tokens.expired')}</Badge>}
        </p>
        <p className="flex flex-wrap gap-x-3 text-small text-ink-3 tabular-nums">
          <code translate="no">{`${prefix}…`}</code>
          <span>{t('tokens.created', { date: format.date(createdAt) })}</span>
          <span>{t(expired ? 'tokens.expiredOn' : 'tokens.expires', { date: format.date(expiresAt) })}</span>
          <span>{lastUsedAt ? t('tokens.lastUsed', { time: format.minute(lastUsedAt) }) : t('tokens.neverUsed')}</span>
        </p>
      </div>
      <RevokeToken token={data} />
    </li>
  )
}

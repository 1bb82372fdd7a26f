import { Avatar } from '@/features/identity/Avatar'
import type { Viewer } from '@/features/identity/open-session'
import { Badge } from '@/ui/Badge'
import { useFormat } from '@/ui/use-format'
import { useTranslation } from 'react-i18next'

/** Who one is here. Name, address and picture are the sign-in's; the page changes none of them. */
export function ProfileHead({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation('identity')
  const format = useFormat()
  const since = format.date(viewer.createdAt)
  return (
    <div className="flex items-center gap-4 pt-1 pb-6">
      <Avatar person={viewer} className="size-14 text-[18px]" />
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 text-section font-semibold">
          <span className="min-w-0 [overflow-wrap:anywhere]" translate="no">
            {viewer.name}
          </span>
          {viewer.isAdministrator && !viewer.isLocal && <Badge>{t('role.administrator')}</Badge>}
        </p>
        {viewer.email && (
          <p className="[overflow-wrap:anywhere] text-ink-2" translate="no">
            {viewer.email}
          </p>
        )}
        <p className="text-small text-ink-3">
          {viewer.isLocal ? t('profile.local') : t('profile.since', { date: since })}
        </p>
      </div>
    </div>
  )
}

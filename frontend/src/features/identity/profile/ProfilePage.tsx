import { ApiTokens } from '@/features/identity/profile/ApiTokens'
import { OwnData } from '@/features/identity/profile/OwnData'
import { ProfileHead } from '@/features/identity/profile/ProfileHead'
import { Sessions } from '@/features/identity/profile/Sessions'
import { useViewer } from '@/features/identity/use-viewer'
import { PageBody } from '@/ui/PageBody'
import { PageTitle } from '@/ui/PageTitle'
import { useTranslation } from 'react-i18next'

/** Everything that concerns one's own account. */
export function ProfilePage() {
  const { t } = useTranslation('identity')
  const viewer = useViewer()
  if (!viewer) return null
  return (
    <PageBody>
      <div className="mx-auto max-w-[880px]">
        <PageTitle title={t('profile.title')} />
        <ProfileHead viewer={viewer} />
        {!viewer.isLocal && <Sessions />}
        <ApiTokens />
        <OwnData viewer={viewer} />
      </div>
    </PageBody>
  )
}

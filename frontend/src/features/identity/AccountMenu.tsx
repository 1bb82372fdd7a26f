import { Avatar } from '@/features/identity/Avatar'
import { useSignOut } from '@/features/identity/use-sign-out'
import { useViewer } from '@/features/identity/use-viewer'
import { Button } from '@/ui/Button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/ui/Menu'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** Who is signed in, and what concerns the account. Nothing where nobody signs in. */
export function AccountMenu() {
  const { t } = useTranslation('identity')
  const viewer = useViewer()
  const signOut = useSignOut()
  if (!viewer || viewer.isLocal) return null
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button look="quiet" className="max-w-48 gap-2 px-1.5 phone:w-9 phone:px-0">
          <Avatar person={viewer} />
          <span className="sr-only">{t('account.label')}</span>
          <span className="min-w-0 truncate [@media(max-width:1000px)]:sr-only" translate="no">
            {viewer.name}
          </span>
        </Button>
      </MenuTrigger>
      <MenuContent className="max-w-72">
        <div className="px-2 py-1.5" translate="no">
          <p className="truncate font-medium">{viewer.name}</p>
          {viewer.email && <p className="truncate text-small text-ink-3">{viewer.email}</p>}
        </div>
        <MenuSeparator />
        <MenuItem asChild>
          <Link to="/profile">{t('account.profile')}</Link>
        </MenuItem>
        {viewer.isAdministrator && (
          <MenuItem asChild>
            <Link to="/people">{t('account.people')}</Link>
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem onSelect={signOut}>{t('account.signOut')}</MenuItem>
      </MenuContent>
    </Menu>
  )
}

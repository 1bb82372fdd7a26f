import { chooseLanguage, LANGUAGES, type Language } from '@/app/i18n'
import { chooseTheme, theme, type Theme } from '@/app/theme'
import { useViewer } from '@/features/identity/use-viewer'
import { Button } from '@/ui/Button'
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuTrigger,
} from '@/ui/Menu'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** How the page looks, which language it speaks, and the way to the API; where nobody signs in, also to the profile. */
export function SettingsMenu() {
  const { t, i18n } = useTranslation('app')
  const viewer = useViewer()
  const chosen = useSyncExternalStore(theme.subscribe, theme.get)
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button look="quiet" size="icon" aria-label={t('settings.label')}>
          <svg viewBox="0 0 16 16" aria-hidden className="size-4">
            <circle cx="8" cy="8" r="5.5" className="fill-none stroke-current" strokeWidth="1.5" />
            <path d="M8 2.5v11a5.5 5.5 0 0 0 0-11z" className="fill-current" />
          </svg>
        </Button>
      </MenuTrigger>
      <MenuContent>
        <MenuLabel>{t('settings.theme')}</MenuLabel>
        <MenuRadioGroup value={chosen} onValueChange={(next) => chooseTheme(next as Theme)}>
          <MenuRadioItem value="system">{t('settings.system')}</MenuRadioItem>
          <MenuRadioItem value="light">{t('settings.light')}</MenuRadioItem>
          <MenuRadioItem value="dark">{t('settings.dark')}</MenuRadioItem>
        </MenuRadioGroup>
        <MenuSeparator />
        <MenuLabel>{t('settings.language')}</MenuLabel>
        <MenuRadioGroup value={i18n.language} onValueChange={(next) => chooseLanguage(next as Language)}>
          {LANGUAGES.map(([language, name]) => (
            <MenuRadioItem key={language} value={language}>
              <span lang={language} translate="no">
                {name}
              </span>
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
        <MenuSeparator />
        {viewer?.isLocal && (
          <MenuItem asChild>
            <Link to="/profile">{t('settings.profile')}</Link>
          </MenuItem>
        )}
        <MenuItem asChild>
          {/* A page of its own, past the router. */}
          <a href="/graphiql">{t('settings.playground')}</a>
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}

import { Brand } from '@/app/Brand'
import { MainNav } from '@/app/MainNav'
import { SettingsMenu } from '@/app/SettingsMenu'
import { AccountMenu } from '@/features/identity/AccountMenu'
import { useTranslation } from 'react-i18next'
import { Outlet, ScrollRestoration } from 'react-router'

/** The frame of every page: navigation on top, and at the bottom too on a phone. */
export function AppLayout() {
  const { t } = useTranslation('app')
  return (
    <>
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-m bg-accent-fill px-3 py-1.5 font-medium text-on-accent focus:translate-y-0"
      >
        {t('skipToContent')}
      </a>
      <header className="sticky top-0 z-10 flex h-(--topbar) items-center gap-1 border-b border-line bg-surface px-4">
        <Brand />
        <MainNav place="top" />
        <span className="grow" />
        <SettingsMenu />
        <AccountMenu />
      </header>
      <main id="main" tabIndex={-1} className="pb-(--bottombar) outline-none">
        <Outlet />
      </main>
      <MainNav place="bottom" />
      <ScrollRestoration />
    </>
  )
}

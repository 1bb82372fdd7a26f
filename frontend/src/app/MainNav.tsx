import { cn } from '@/lib/cn'
import { Clock, FileText, Play, Rows3, Server } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { NavLink, useLocation } from 'react-router'

/** `at` are the addresses that belong to a place: two runs are compared out of the history. */
const PLACES = [
  { to: '/test', at: /^\/(test|runs\/(?!compare))/, name: 'newTest', Icon: Play },
  { to: '/batches', at: /^\/batches/, name: 'batches', Icon: Rows3 },
  { to: '/history', at: /^\/(history|runs\/compare)/, name: 'history', Icon: Clock },
  { to: '/prompts', at: /^\/prompts/, name: 'prompts', Icon: FileText },
  { to: '/models', at: /^\/models/, name: 'models', Icon: Server },
] as const

/** The pages that exist. `top` shows on a wide window, `bottom` on a phone. */
export function MainNav({ place }: { place: 'top' | 'bottom' }) {
  const { t } = useTranslation('app')
  const { pathname } = useLocation()
  const bottom = place === 'bottom'
  return (
    <nav
      aria-label={t('nav.main')}
      className={cn(
        bottom
          ? 'fixed inset-x-0 bottom-0 z-10 hidden h-(--bottombar) grid-cols-5 border-t border-line bg-surface phone:grid'
          : 'flex gap-0.5 phone:hidden',
      )}
    >
      {PLACES.map(({ to, at, name, Icon }) => {
        const here = at.test(pathname)
        return (
          <NavLink
            key={to}
            to={to}
            aria-current={here ? 'page' : undefined}
            className={cn(
              bottom
                ? 'flex flex-col items-center justify-center gap-0.5 text-label text-ink-3'
                : 'flex h-7 items-center rounded-m px-2.5 font-medium text-ink-2 hover:text-ink',
              here && (bottom ? 'font-semibold text-accent' : 'bg-hover text-ink'),
            )}
          >
            {bottom && <Icon aria-hidden className="size-4.5" />}
            {t(`nav.${name}`)}
          </NavLink>
        )
      })}
    </nav>
  )
}

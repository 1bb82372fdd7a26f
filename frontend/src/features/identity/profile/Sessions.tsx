import { LoadError } from '@/features/identity/LoadError'
import { Section } from '@/features/identity/profile/Section'
import { SessionRow } from '@/features/identity/profile/SessionRow'
import { SignOutEverywhere } from '@/features/identity/profile/SignOutEverywhere'
import { useSessions } from '@/features/identity/profile/use-sessions'
import { RowsSkeleton } from '@/features/identity/RowsSkeleton'
import { useTranslation } from 'react-i18next'

/** The browsers in which one is signed in. There is always one: this. */
export function Sessions() {
  const { t } = useTranslation('identity')
  const { sessions, error, retry } = useSessions()
  return (
    <Section title={t('sessions.title')} text={t('sessions.text')} actions={sessions && <SignOutEverywhere />}>
      {sessions ? (
        <ul className="border-t border-line">
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
      ) : error ? (
        <LoadError title={t('sessions.error')} error={error} onRetry={retry} />
      ) : (
        <RowsSkeleton rows={2} />
      )}
    </Section>
  )
}

import { useFormat } from '@/ui/use-format'
import { StatusMark } from '@/ui/StatusMark'
import { useTranslation } from 'react-i18next'

/** Whether somebody may sign in. Only the exception speaks up. */
export function StateMark({ deactivatedAt }: { deactivatedAt: string | null }) {
  const { t } = useTranslation('identity')
  const format = useFormat()
  if (deactivatedAt === null) return <span className="text-ink-2">{t('people.state.active')}</span>
  return (
    <span
      className="inline-flex items-center gap-1.5 text-warn"
      title={t('people.deactivatedAt', { time: format.minute(deactivatedAt) })}
    >
      <StatusMark kind="stopped" className="text-warn" />
      {t('people.state.deactivated')}
    </span>
  )
}

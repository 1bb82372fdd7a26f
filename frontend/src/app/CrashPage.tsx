import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { useTranslation } from 'react-i18next'

/** What stands where the page itself broke; nothing on the server is lost by it. */
export function CrashPage() {
  const { t } = useTranslation('app')
  return (
    <EmptyState
      whole
      title={t('crash.title')}
      actions={
        <Button look="primary" onClick={() => window.location.reload()}>
          {t('crash.reload')}
        </Button>
      }
    >
      {t('crash.text')}
    </EmptyState>
  )
}

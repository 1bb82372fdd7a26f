import { Button } from '@/ui/Button'
import { DocumentTitle } from '@/ui/DocumentTitle'
import { EmptyState } from '@/ui/EmptyState'
import { CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** The server did not even say who is there. */
export function ServerUnreachable({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('identity')
  return (
    <main>
      <DocumentTitle title={t('unreachable.title')} />
      <EmptyState
        whole
        icon={<CircleAlert aria-hidden className="size-6 text-bad" />}
        title={t('unreachable.title')}
        actions={
          <Button look="primary" onClick={onRetry}>
            {t('unreachable.retry')}
          </Button>
        }
      >
        <p role="alert">{t('unreachable.text')}</p>
      </EmptyState>
    </main>
  )
}

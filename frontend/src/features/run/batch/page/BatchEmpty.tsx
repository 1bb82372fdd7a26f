import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Unplug } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** The address names a batch that is not there. */
export function BatchMissing() {
  const { t } = useTranslation('batch')
  return (
    <EmptyState
      whole
      title={t('page.missing')}
      actions={
        <Button asChild look="primary">
          <Link to="/batches">{t('page.back')}</Link>
        </Button>
      }
    >
      {t('page.missingText')}
    </EmptyState>
  )
}

/** The service gives no answer at all. */
export function BatchUnreachable({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('batch')
  return (
    <EmptyState
      whole
      icon={<Unplug aria-hidden className="size-6" />}
      title={t('page.unreachableTitle')}
      actions={
        <Button look="primary" onClick={onRetry}>
          {t('list.error.retry')}
        </Button>
      }
    >
      {t('unreachable')}
    </EmptyState>
  )
}

/** Of the messages that failed there are none. */
export function NothingFailed({ onShowAll }: { onShowAll: () => void }) {
  const { t } = useTranslation('batch')
  return (
    <EmptyState title={t('page.noFailed')} actions={<Button onClick={onShowAll}>{t('page.showAll')}</Button>}>
      {t('page.noFailedText')}
    </EmptyState>
  )
}

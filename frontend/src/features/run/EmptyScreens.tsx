import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Server, Unplug } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

interface ProblemProps {
  onRetry: () => void
}

/** The service gives no answer at all. */
export function ServerUnreachable({ onRetry }: ProblemProps) {
  const { t } = useTranslation('run')
  return (
    <EmptyState
      whole
      icon={<Unplug aria-hidden className="size-6" />}
      title={t('trouble.unreachableTitle')}
      actions={
        <Button look="primary" onClick={onRetry}>
          {t('trouble.retry')}
        </Button>
      }
    >
      {t('trouble.unreachable')}
    </EmptyState>
  )
}

/** The address names a run that is not there. */
export function RunMissing() {
  const { t } = useTranslation('run')
  return (
    <EmptyState
      whole
      title={t('missing.title')}
      actions={
        <>
          <Button asChild look="primary">
            <Link to="/test">{t('missing.newTest')}</Link>
          </Button>
          <Button asChild>
            <Link to="/history">{t('missing.history')}</Link>
          </Button>
        </>
      }
    >
      {t('missing.text')}
    </EmptyState>
  )
}

/** There is nobody to ask: no model at all, or every lane was removed. */
export function NoLanes({ noModels, error }: { noModels: boolean; error: string | undefined }) {
  const { t } = useTranslation('run')
  if (!noModels) {
    return (
      <EmptyState title={t('noLanes.title')}>
        {error === undefined ? t('noLanes.text') : <span className="text-bad">{error}</span>}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={<Server aria-hidden className="size-6" />}
      title={t('noModels.title')}
      actions={
        <Button asChild look="primary">
          <Link to="/models">{t('noModels.add')}</Link>
        </Button>
      }
    >
      {t('noModels.text')}
    </EmptyState>
  )
}

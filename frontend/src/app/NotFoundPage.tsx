import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

export function NotFoundPage() {
  const { t } = useTranslation('app')
  return (
    <EmptyState
      whole
      title={t('notFound.title')}
      actions={
        <Button asChild look="primary">
          <Link to="/test">{t('nav.newTest')}</Link>
        </Button>
      }
    >
      {t('notFound.text')}
    </EmptyState>
  )
}

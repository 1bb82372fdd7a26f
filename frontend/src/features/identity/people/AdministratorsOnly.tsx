import { Button } from '@/ui/Button'
import { DocumentTitle } from '@/ui/DocumentTitle'
import { EmptyState } from '@/ui/EmptyState'
import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** What a member finds at an address of administrators. */
export function AdministratorsOnly() {
  const { t } = useTranslation('identity')
  return (
    <>
      <DocumentTitle title={t('administratorsOnly.title')} />
      <EmptyState
        whole
        icon={<Lock aria-hidden className="size-6" />}
        title={t('administratorsOnly.title')}
        actions={
          <Button asChild look="primary">
            <Link to="/test">{t('administratorsOnly.back')}</Link>
          </Button>
        }
      >
        {t('administratorsOnly.text')}
      </EmptyState>
    </>
  )
}

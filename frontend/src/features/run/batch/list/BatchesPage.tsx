import { BatchesBody } from '@/features/run/batch/list/BatchesBody'
import { useBatches } from '@/features/run/batch/list/use-batches'
import { Button } from '@/ui/Button'
import { PageBody } from '@/ui/PageBody'
import { PageTitle } from '@/ui/PageTitle'
import { useFormat } from '@/ui/use-format'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** The caller's batches, newest first; the page stands in the address. */
export function BatchesPage() {
  const { t } = useTranslation('batch')
  const format = useFormat()
  const batches = useBatches()
  const { total } = batches
  return (
    <PageBody>
      <PageTitle
        title={t('list.title')}
        aside={total ? t('list.total', { count: total, number: format.count(total) }) : undefined}
      >
        {total !== 0 && (
          <Button asChild look="primary">
            <Link to="/batches/new">
              <Plus aria-hidden className="size-3.5" />
              {t('list.new')}
            </Link>
          </Button>
        )}
      </PageTitle>
      <BatchesBody batches={batches} />
    </PageBody>
  )
}

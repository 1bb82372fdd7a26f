import { BatchesEmpty, BatchesError, BatchesSkeleton, BatchesStale } from '@/features/run/batch/list/BatchesEmpty'
import { BatchCards } from '@/features/run/batch/list/BatchCards'
import { BatchTable } from '@/features/run/batch/list/BatchTable'
import type { Batches } from '@/features/run/batch/list/use-batches'
import { Button } from '@/ui/Button'
import { useMedia } from '@/ui/use-media'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** Where the columns do not fit: rows become cards. */
const NARROW = '(max-width: 1000px)'

/** The list, or what stands in its place. */
export function BatchesBody({ batches }: { batches: Batches }) {
  const { t } = useTranslation('batch')
  const { list, error, retry, older, isFirst } = batches
  const narrow = useMedia(NARROW)
  if (list === null) return error ? <BatchesError error={error} onRetry={retry} /> : <BatchesSkeleton />
  if (list.length === 0 && isFirst) return <BatchesEmpty />
  return (
    <>
      {error && <BatchesStale onRetry={retry} />}
      {narrow ? <BatchCards list={list} /> : <BatchTable list={list} />}
      {(older !== null || !isFirst) && (
        <nav aria-label={t('list.pages')} className="mt-3 flex justify-end gap-2">
          {!isFirst && (
            <Button asChild size="small">
              <Link to="/batches">{t('list.newest')}</Link>
            </Button>
          )}
          {older !== null && (
            <Button asChild size="small">
              <Link to={`/batches?after=${encodeURIComponent(older)}`}>{t('list.older')}</Link>
            </Button>
          )}
        </nav>
      )}
    </>
  )
}

import { BatchesEmpty, BatchesError, BatchesSkeleton, BatchesStale } from '@/features/run/batch/list/BatchesEmpty'
import { BatchCards } from '@/features/run/batch/list/BatchCards'
import { BatchTable } from '@/features/run/batch/list/BatchTable'
import { useBatchCursor } from '@/features/run/batch/list/use-batch-cursor'
import { useBatchNames } from '@/features/run/batch/list/use-batch-name'
import type { Batches, ListedBatch } from '@/features/run/batch/list/use-batches'
import { useRemoval } from '@/features/run/batch/live/use-removal'
import { Button } from '@/ui/Button'
import { useMedia } from '@/ui/use-media'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** Where the columns do not fit: rows become cards. */
const NARROW = '(max-width: 1000px)'

function BatchList({ list, narrow }: { list: readonly ListedBatch[]; narrow: boolean }) {
  const nameOf = useBatchNames()
  const { remove, dialog } = useRemoval()
  const onRemove = (batch: ListedBatch) => remove(batch, nameOf(batch))
  const { cursor, setCursor } = useBatchCursor(list, onRemove)
  return (
    <>
      {narrow ? (
        <BatchCards list={list} onRemove={onRemove} />
      ) : (
        <BatchTable list={list} cursor={cursor} onCursor={setCursor} onRemove={onRemove} />
      )}
      {dialog}
    </>
  )
}

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
      <BatchList list={list} narrow={narrow} />
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

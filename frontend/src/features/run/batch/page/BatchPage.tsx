import { useBatchFeed, useBatchView } from '@/features/run/batch/live/use-batch-feed'
import { BatchMissing, BatchUnreachable } from '@/features/run/batch/page/BatchEmpty'
import { BatchScreen } from '@/features/run/batch/page/BatchScreen'
import { BatchSkeleton } from '@/features/run/batch/page/BatchSkeleton'
import { DocumentTitle } from '@/ui/DocumentTitle'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'

/** A batch as it comes along, and what it came to. */
export function BatchPage() {
  const { t } = useTranslation('batch')
  const { id = '' } = useParams()
  const feed = useBatchFeed(id)
  const { state, phase } = useBatchView(feed)
  return (
    <div className="flex h-[calc(100dvh-var(--topbar)-var(--bottombar))] flex-col">
      {!state && <DocumentTitle title={t('list.title')} />}
      {phase === 'missing' ? (
        <BatchMissing />
      ) : phase === 'unreachable' ? (
        <BatchUnreachable onRetry={() => feed.again()} />
      ) : state ? (
        <BatchScreen feed={feed} state={state} phase={phase} />
      ) : (
        <BatchSkeleton />
      )}
    </div>
  )
}

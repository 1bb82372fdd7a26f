import { useBatchDraft } from '@/features/run/batch/draft/use-batch-draft'
import { NewBatchScreen } from '@/features/run/batch/new/NewBatchScreen'
import { ServerUnreachable } from '@/features/run/EmptyScreens'
import { TestSkeleton } from '@/features/run/TestSkeleton'
import { useModels } from '@/features/run/use-models'
import { useOpenedPrompt } from '@/features/run/use-opened-prompt'
import { DocumentTitle } from '@/ui/DocumentTitle'
import { useTranslation } from 'react-i18next'

/** Where a batch is written: what all messages are asked with, and the messages. */
export function NewBatchPage() {
  const { t } = useTranslation('batch')
  const models = useModels()
  const { draft, edit } = useBatchDraft(models.list)
  useOpenedPrompt(edit)
  return (
    <>
      <DocumentTitle title={t('new.title')} />
      {models.failed ? (
        <ServerUnreachable onRetry={models.retry} />
      ) : models.list ? (
        <NewBatchScreen draft={draft} edit={edit} models={models.list} byId={models.byId} />
      ) : (
        <TestSkeleton />
      )}
    </>
  )
}

import type { ListedBatch } from '@/features/run/batch/list/use-batches'
import { excerpt } from '@/lib/excerpt'
import { useFormat } from '@/ui/use-format'
import { useTranslation } from 'react-i18next'

/** What batches are called in a list: by their names, else by how their first messages begin. */
export function useBatchNames(): (batch: ListedBatch) => string {
  const { t } = useTranslation('batch')
  const format = useFormat()
  return ({ name, createdAt, runs }) =>
    name || excerpt(runs.nodes[0]?.userMessage ?? '') || t('page.unnamed', { time: format.minute(createdAt) })
}

/** What one is called. */
export function useBatchName(batch: ListedBatch): string {
  return useBatchNames()(batch)
}

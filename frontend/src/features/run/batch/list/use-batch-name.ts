import type { ListedBatch } from '@/features/run/batch/list/use-batches'
import { excerpt } from '@/lib/excerpt'
import { useFormat } from '@/ui/use-format'
import { useTranslation } from 'react-i18next'

/** What a batch is called in a list: its name, else how its first message begins. */
export function useBatchName({ name, createdAt, runs }: ListedBatch): string {
  const { t } = useTranslation('batch')
  const format = useFormat()
  return name || excerpt(runs.nodes[0]?.userMessage ?? '') || t('page.unnamed', { time: format.minute(createdAt) })
}

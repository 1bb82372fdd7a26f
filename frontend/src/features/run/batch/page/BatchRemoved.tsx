import { useRemoveBatch } from '@/features/run/batch/live/use-remove-batch'
import { Button } from '@/ui/Button'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** That the batch was removed, and the way back. */
export function BatchRemoved({ batchId, onBack }: { batchId: string; onBack: () => void }) {
  const { t } = useTranslation('batch')
  const { restore } = useRemoveBatch()
  return (
    <section
      aria-label={t('remove.label')}
      className="flex min-h-10 shrink-0 flex-wrap items-center gap-2 border-b border-line bg-sunken px-(--gutter) py-1.5"
    >
      <Trash2 aria-hidden className="size-4 shrink-0 text-ink-3" />
      <p className="min-w-0 grow">{t('remove.text')}</p>
      <Button size="small" onClick={() => void restore(batchId).then((isBack) => isBack && onBack())}>
        {t('remove.restore')}
      </Button>
    </section>
  )
}

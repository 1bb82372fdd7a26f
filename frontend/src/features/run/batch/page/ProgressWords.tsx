import type { BatchProgress } from '@/features/run/batch/live/batch-state'
import { useFormat } from '@/ui/use-format'
import { useTranslation } from 'react-i18next'

interface ProgressWordsProps {
  progress: BatchProgress
  /** What can still change stands there also while it is none, so that nothing jumps. */
  running: boolean
}

/** How many answers stand where. */
export function ProgressWords({ progress, running }: ProgressWordsProps) {
  const { t } = useTranslation('batch')
  const format = useFormat()
  const { completed, failed, cancelled } = progress
  const counts = [
    ['done', completed, true],
    ['running', progress.running, running],
    ['waiting', progress.pending, running],
    ['failed', failed, failed > 0],
    ['stopped', cancelled, cancelled > 0],
  ] as const
  return (
    <span className="flex flex-wrap gap-x-4">
      {counts.map(
        ([name, count, isShown]) =>
          isShown && (
            <span key={name} className={name === 'failed' ? 'text-bad' : undefined}>
              {t(`progress.${name}`, { text: format.count(count) })}
            </span>
          ),
      )}
    </span>
  )
}

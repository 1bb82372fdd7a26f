import type { BatchProgress } from '@/features/run/batch/live/batch-state'
import { cn } from '@/lib/cn'
import { useFormat } from '@/ui/use-format'
import { useTranslation } from 'react-i18next'

interface ProgressBarProps {
  progress: Omit<BatchProgress, '__typename'>
  className?: string
}

/** How much has ended: well, failed, or stopped, one beside another. The words beside it tell the same. */
export function ProgressBar({ progress, className }: ProgressBarProps) {
  const { t } = useTranslation('batch')
  const format = useFormat()
  const { total, completed, failed, cancelled } = progress
  const ended = completed + failed + cancelled
  const share = (count: number) => ({ width: `${(100 * count) / Math.max(1, total)}%` })
  return (
    <div
      role="progressbar"
      aria-label={t('progress.label')}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={ended}
      aria-valuetext={t('progress.value', { ended: format.count(ended), total: format.count(total) })}
      className={cn('flex h-1.5 overflow-hidden rounded-full bg-hover', className)}
    >
      <span style={share(completed)} className="bg-accent" />
      <span style={share(failed)} className="bg-bad" />
      <span style={share(cancelled)} className="bg-ink-3" />
    </div>
  )
}

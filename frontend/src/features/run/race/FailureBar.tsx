import type { Failure } from '@/lib/graphql-error'
import { Button } from '@/ui/Button'
import { IconButton } from '@/ui/IconButton'
import { CircleAlert, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'

interface FailureBarProps {
  failure: Failure
  onRetry: () => void
  onClose: () => void
}

/** Why the last thing that was asked of the server did not happen. */
export function FailureBar({ failure, onRetry, onClose }: FailureBarProps) {
  const { t } = useTranslation('run')
  const unreachable = failure.code === 'UNREACHABLE'
  return (
    <div role="alert" className="flex min-h-10 shrink-0 items-center gap-2 border-b border-line bg-bad-soft px-4 py-1">
      <CircleAlert aria-hidden className="size-4 shrink-0 text-bad" />
      <span className="min-w-0 grow prose-wrap">
        {unreachable && <b className="mr-1 font-semibold">{t('trouble.unreachableTitle')}.</b>}
        {unreachable ? t('trouble.unreachable') : failure.message}
        {failure.requestId !== null && (
          <span className="ml-2 text-small text-ink-3">{t('trouble.request', { id: failure.requestId })}</span>
        )}
      </span>
      <Button size="small" onClick={onRetry}>
        {t('trouble.retry')}
      </Button>
      <IconButton small label={t('trouble.close')} onClick={onClose}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </div>
  )
}

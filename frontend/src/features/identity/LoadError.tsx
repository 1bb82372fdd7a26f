import { failureOf } from '@/lib/graphql-error'
import { Button } from '@/ui/Button'
import { CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'

interface LoadErrorProps {
  title: string
  error: unknown
  onRetry: () => void
}

/** A part of the page that could not be had, and why. */
export function LoadError({ title, error, onRetry }: LoadErrorProps) {
  const { t } = useTranslation('identity')
  const { message, requestId } = failureOf(error)
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3 prose-wrap">
      <CircleAlert aria-hidden className="size-4 shrink-0 text-bad" />
      <div className="min-w-0 grow basis-60">
        <p className="font-medium">{title}</p>
        <p className="text-ink-2">{message || t('unreachable.text')}</p>
        {requestId && <p className="text-small text-ink-3">{t('error.requestId', { requestId })}</p>}
      </div>
      <Button onClick={onRetry}>{t('unreachable.retry')}</Button>
    </div>
  )
}

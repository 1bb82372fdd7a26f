import { failureOf } from '@/lib/graphql-error'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Skeleton } from '@/ui/Skeleton'
import { CircleAlert, Rows3 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** For newcomers: what a batch is, and the way to the first. */
export function BatchesEmpty() {
  const { t } = useTranslation('batch')
  return (
    <EmptyState
      icon={<Rows3 aria-hidden className="size-6" />}
      title={t('list.empty.title')}
      actions={
        <Button asChild look="primary">
          <Link to="/batches/new">{t('list.new')}</Link>
        </Button>
      }
    >
      {t('list.empty.text')}
    </EmptyState>
  )
}

/** The list could not be had. */
export function BatchesError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('batch')
  return (
    <div role="alert">
      <EmptyState
        icon={<CircleAlert aria-hidden className="size-6 text-bad" />}
        title={t('list.error.title')}
        actions={
          <Button look="primary" onClick={onRetry}>
            {t('list.error.retry')}
          </Button>
        }
      >
        {failureOf(error).message || t('unreachable')}
      </EmptyState>
    </div>
  )
}

/** What is shown is there, but could not be renewed. */
export function BatchesStale({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('batch')
  return (
    <div role="alert" className="mb-2 flex items-center gap-2 rounded-m bg-warn-soft py-1.5 pr-1.5 pl-3 text-warn">
      <CircleAlert aria-hidden className="size-4 shrink-0" />
      <span className="grow">{t('list.stale')}</span>
      <Button size="small" onClick={onRetry}>
        {t('list.error.retry')}
      </Button>
    </div>
  )
}

const WIDTHS = [72, 91, 58, 84, 66, 95, 49, 77]

/** The list while it is on its way. */
export function BatchesSkeleton() {
  return (
    <div aria-hidden>
      {WIDTHS.map((width) => (
        <div key={width} className="border-b border-line py-3">
          <span className="block" style={{ width: `${width}%` }}>
            <Skeleton className="h-3.5" />
          </span>
        </div>
      ))}
    </div>
  )
}

import { NO_FILTERS } from '@/features/run/history/HistoryFilters'
import { isFiltered, type HistorySearch } from '@/features/run/history/search'
import { failureOf } from '@/lib/graphql-error'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { CircleAlert, Clock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** For newcomers: nothing was ever run. */
export function NoRuns({ onBatches }: { onBatches: () => void }) {
  const { t } = useTranslation('history')
  return (
    <EmptyState
      icon={<Clock aria-hidden className="size-6" />}
      title={t('empty.title')}
      actions={
        <>
          <Button onClick={onBatches}>{t('empty.batches')}</Button>
          <Button asChild look="primary">
            <Link to="/test">{t('empty.action')}</Link>
          </Button>
        </>
      }
    >
      {t('empty.text')}
    </EmptyState>
  )
}

/** Nobody shares a run. */
export function NothingShared() {
  const { t } = useTranslation('history')
  return <EmptyState title={t('noShared.title')}>{t('noShared.text')}</EmptyState>
}

/** Nothing stands behind the filters. */
export function NoMatch({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation('history')
  return (
    <EmptyState title={t('noMatch.title')} actions={<Button onClick={onClear}>{t('filter.clear')}</Button>}>
      {t('noMatch.text')}
    </EmptyState>
  )
}

interface HistoryErrorProps {
  error: unknown
  search: HistorySearch
  onChange: (change: Partial<HistorySearch>) => void
  onRetry: () => void
}

/** The list could not be had. A link may have been cut, so there is a way to the whole list too. */
export function HistoryError({ error, search, onChange, onRetry }: HistoryErrorProps) {
  const { t } = useTranslation('history')
  const { message, requestId } = failureOf(error)
  const narrowed = isFiltered(search) || search.after !== null
  return (
    <div role="alert">
      <EmptyState
        icon={<CircleAlert aria-hidden className="size-6 text-bad" />}
        title={t('error.title')}
        actions={
          <>
            {narrowed && <Button onClick={() => onChange(NO_FILTERS)}>{t('error.showAll')}</Button>}
            <Button look="primary" onClick={onRetry}>
              {t('error.retry')}
            </Button>
          </>
        }
      >
        <p>{message || t('unreachable')}</p>
        {requestId && <p className="mt-1 text-small text-ink-3">{t('error.requestId', { requestId })}</p>}
      </EmptyState>
    </div>
  )
}

/** What is shown is there, but could not be renewed. */
export function StaleNotice({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('history')
  return (
    <div role="alert" className="mt-3 flex items-center gap-2 rounded-m bg-warn-soft py-1.5 pr-1.5 pl-3 text-warn">
      <CircleAlert aria-hidden className="size-4 shrink-0" />
      <span className="grow">{t('error.stale')}</span>
      <Button size="small" onClick={onRetry}>
        {t('error.retry')}
      </Button>
    </div>
  )
}

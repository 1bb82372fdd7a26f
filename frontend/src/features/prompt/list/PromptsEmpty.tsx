import { failureOf } from '@/lib/graphql-error'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { CircleAlert, FileText, Plus, Upload } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** No prompt is there at all. */
export function NoPrompts({ onImport }: { onImport: () => void }) {
  const { t } = useTranslation('prompt')
  return (
    <EmptyState
      icon={<FileText aria-hidden className="size-6" />}
      title={t('empty.title')}
      actions={
        <>
          <Button onClick={onImport}>
            <Upload aria-hidden className="size-3.5" />
            {t('import.action')}
          </Button>
          <Button asChild look="primary">
            <Link to="/prompts/new">
              <Plus aria-hidden className="size-3.5" />
              {t('new')}
            </Link>
          </Button>
        </>
      }
    >
      {t('empty.text')}
    </EmptyState>
  )
}

/** Nothing fits the search. */
export function NoMatch({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation('prompt')
  return (
    <EmptyState title={t('noMatch.title')} actions={<Button onClick={onClear}>{t('filter.clear')}</Button>}>
      {t('noMatch.text')}
    </EmptyState>
  )
}

/** The list, or a prompt, could not be had. */
export function PromptsError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('prompt')
  const { message, requestId } = failureOf(error)
  return (
    <div role="alert">
      <EmptyState
        icon={<CircleAlert aria-hidden className="size-6 text-bad" />}
        title={t('error.title')}
        actions={
          <Button look="primary" onClick={onRetry}>
            {t('error.retry')}
          </Button>
        }
      >
        <p>{message || t('unreachable')}</p>
        {requestId && <p className="mt-1 text-small text-ink-3">{t('error.requestId', { requestId })}</p>}
      </EmptyState>
    </div>
  )
}

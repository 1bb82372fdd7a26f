import { failureOf } from '@/lib/graphql-error'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { CircleAlert, Plus, Server } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** No model is there at all. */
export function NoModels({ onAdd }: { onAdd: () => void }) {
  const { t } = useTranslation('model')
  return (
    <EmptyState
      icon={<Server aria-hidden className="size-6" />}
      title={t('empty.title')}
      actions={
        <Button look="primary" onClick={() => onAdd()}>
          <Plus aria-hidden className="size-3.5" />
          {t('add')}
        </Button>
      }
    >
      {t('empty.text')}
    </EmptyState>
  )
}

/** No model is called so. */
export function NoMatch({ text, onClear }: { text: string; onClear: () => void }) {
  const { t } = useTranslation('model')
  return (
    <EmptyState title={t('noMatch.title', { text })} actions={<Button onClick={onClear}>{t('noMatch.clear')}</Button>}>
      {t('noMatch.text')}
    </EmptyState>
  )
}

/** The list could not be had. */
export function ModelsError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('model')
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

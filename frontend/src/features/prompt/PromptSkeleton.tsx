import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Skeleton } from '@/ui/Skeleton'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** The page of a prompt that is on its way. */
export function PromptSkeleton() {
  return (
    <div aria-hidden className="px-(--gutter) pt-6 phone:pt-3">
      <Skeleton className="h-7 w-64 max-w-full" />
      <Skeleton className="mt-2 h-4 w-96 max-w-full" />
      <div className="mt-8 grid grid-cols-[260px_minmax(0,1fr)] gap-8 phone:grid-cols-1">
        <div className="flex flex-col gap-6 phone:hidden">
          {[80, 64, 72, 56].map((width) => (
            <span key={width} className="block" style={{ width: `${width}%` }}>
              <Skeleton className="h-4" />
              <Skeleton className="mt-2 h-3" />
            </span>
          ))}
        </div>
        <Skeleton className="h-72" />
      </div>
    </div>
  )
}

/** There is no such prompt, or it is somebody else's. */
export function PromptMissing() {
  const { t } = useTranslation('prompt')
  return (
    <EmptyState
      whole
      title={t('missing.title')}
      actions={
        <Button asChild look="primary">
          <Link to="/prompts">{t('missing.action')}</Link>
        </Button>
      }
    >
      {t('missing.text')}
    </EmptyState>
  )
}

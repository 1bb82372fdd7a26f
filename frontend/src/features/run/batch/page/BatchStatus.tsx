import type { Status } from '@/__generated__/graphql'
import { cn } from '@/lib/cn'
import { StatusMark, type MarkKind } from '@/ui/StatusMark'
import { useTranslation } from 'react-i18next'

export const MARKS: Record<Status, MarkKind> = {
  PENDING: 'waiting',
  RUNNING: 'live',
  COMPLETED: 'done',
  FAILED: 'failed',
  CANCELLED: 'stopped',
}

/** Where a batch stands: a shape and a word. */
export function BatchStatus({ status }: { status: Status }) {
  const { t } = useTranslation('batch')
  return (
    <span
      className={cn(
        'flex items-center gap-1.5 text-small whitespace-nowrap text-ink-2',
        status === 'FAILED' && 'text-bad',
      )}
    >
      <span className="grid w-3.5 shrink-0 place-items-center">
        <StatusMark kind={MARKS[status]} />
      </span>
      {t(`status.${status}`)}
    </span>
  )
}

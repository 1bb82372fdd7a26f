import type { ResultRecord } from '@/features/run/live/run-state'
import { cn } from '@/lib/cn'
import { Check, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** Under an answer: whether it passes the run's check, and if not, why. */
export function CheckNote({ result: { hasPassed, checkMessage } }: { result: ResultRecord }) {
  const { t } = useTranslation('run')
  if (hasPassed === null) return null
  const Icon = hasPassed ? Check : X
  return (
    <p
      className={cn(
        'flex items-start gap-1.5 border-t border-line pt-2 text-small',
        hasPassed ? 'text-ok' : 'text-bad',
      )}
    >
      <Icon aria-hidden strokeWidth={2.5} className="mt-0.5 size-3.5 shrink-0" />
      <span className="min-w-0 prose-wrap">{hasPassed ? t('check.passed') : (checkMessage ?? t('check.missed'))}</span>
    </p>
  )
}

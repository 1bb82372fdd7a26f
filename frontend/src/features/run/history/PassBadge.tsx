import type { RunSummary } from '@/features/run/history/run-summary'
import { Badge } from '@/ui/Badge'
import { useTranslation } from 'react-i18next'

/** How many of a run's answers pass its check; nothing where it has none. */
export function PassBadge({ summary: { check } }: { summary: RunSummary }) {
  const { t } = useTranslation('history')
  if (check === null) return null
  return (
    <Badge tone={check.passed === check.tried ? 'ok' : 'warn'}>
      {t('pass', { passed: check.passed, count: check.tried })}
    </Badge>
  )
}

import type { Metric } from '@/features/run/comparison/compared-lanes'
import { verdictOf } from '@/features/run/comparison/difference'
import type { Difference, Distribution } from '@/features/run/comparison/use-statistics'
import { withOneUnit } from '@/features/run/comparison/joined-units'
import { useMetricText } from '@/features/run/comparison/use-metric-text'
import { cn } from '@/lib/cn'
import { Tooltip } from '@/ui/Tooltip'
import { useTranslation } from 'react-i18next'

interface RepeatNumbersProps {
  metric: Metric
  distribution: Distribution | null
  /** Against the baseline; null for the baseline itself. */
  difference: Difference | null
  isBaseline: boolean
}

/** How a lane's repeats lie, and whether they differ from the baseline's. */
export function RepeatNumbers({ metric, distribution, difference, isBaseline }: RepeatNumbersProps) {
  const { t } = useTranslation('run')
  const text = useMetricText()
  const range = (low: number, high: number) => withOneUnit(text(metric, low), text(metric, high), '–')
  return (
    <span className="mt-1 block text-label text-ink-3 tabular-nums">
      {distribution && (
        <Tooltip text={t('spread.halfHint')} side="top">
          <span className="block">{t('spread.half', { range: range(distribution.p25, distribution.p75) })}</span>
        </Tooltip>
      )}
      {distribution?.medianLow != null && distribution.medianHigh !== null && (
        <Tooltip text={t('spread.intervalHint')} side="top">
          <span className="block">
            {t('spread.interval', { range: range(distribution.medianLow, distribution.medianHigh) })}
          </span>
        </Tooltip>
      )}
      {isBaseline && <span className="block">{t('verdict.baseline')}</span>}
      {difference && <VerdictLine metric={metric} difference={difference} />}
    </span>
  )
}

function VerdictLine({ metric, difference }: { metric: Metric; difference: Difference }) {
  const { t } = useTranslation('run')
  const text = useMetricText()
  const verdict = verdictOf(metric, difference)
  if (verdict.kind === 'unknown') return null
  const told = 'by' in verdict
  const words = told
    ? t(`verdict.${verdict.kind}`, { by: withOneUnit(text(metric, verdict.by), text(metric, verdict.margin), ' ± ') })
    : verdict.kind === 'tooFew'
      ? t('verdict.tooFew', { count: verdict.needed })
      : t('verdict.alike')
  const good = verdict.kind === 'faster' || (metric === 'cost' && verdict.kind === 'less')
  const bad = verdict.kind === 'slower' || (metric === 'cost' && verdict.kind === 'more')
  return (
    <Tooltip text={t('verdict.hint')} side="top">
      <span className={cn('block', told && 'font-medium text-ink', good && 'text-ok', bad && 'text-warn')}>
        {words}
      </span>
    </Tooltip>
  )
}

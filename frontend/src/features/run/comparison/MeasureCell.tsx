import { median, type ComparedLane, type Metric } from '@/features/run/comparison/compared-lanes'
import { RepeatNumbers } from '@/features/run/comparison/RepeatNumbers'
import type { Difference, Distribution } from '@/features/run/comparison/use-statistics'
import { useMetricText } from '@/features/run/comparison/use-metric-text'
import { useTranslation } from 'react-i18next'

interface MeasureCellProps {
  name: string
  metric: Metric
  lane: ComparedLane
  /** The best median of the metric; null where none is better. */
  best: number | null
  /** What the bar's whole width stands for. */
  scale: number
  /** What its repeats tell; null where there is only one of each lane. */
  repeats: { distribution: Distribution | null; difference: Difference | null; isBaseline: boolean } | null
}

/** A lane's median of a measure, how far it is from the best, and where its repeats lie. */
export function MeasureCell({ name, metric, lane, best, scale, repeats }: MeasureCellProps) {
  const { t } = useTranslation('run')
  const text = useMetricText()
  const values = lane.values[metric]
  const middle = median(values)
  const apart = (difference: number) => (difference < 0 ? '−' : '+') + text(metric, Math.abs(difference))
  return (
    <td className="py-2 pr-6 last:pr-0 phone:block phone:py-1 phone:pr-0">
      <span aria-hidden className="hidden text-label text-ink-3 phone:block">
        {name}
      </span>
      <span className="flex items-baseline gap-2 whitespace-nowrap tabular-nums">
        <b className="font-semibold">{text(metric, middle)}</b>
        <span className="ml-auto text-label text-ink-3">
          {best !== null &&
            middle !== null &&
            (middle === best ? t('comparison.best') : !repeats && apart(middle - best))}
          {metric === 'tokens' && lane.reasoningTokens !== null && lane.reasoningTokens > 0 && (
            <span>{t('comparison.reasoning', { tokens: text('tokens', lane.reasoningTokens) })}</span>
          )}
        </span>
      </span>
      <Bar values={values} middle={middle} scale={scale} distribution={repeats?.distribution ?? null} />
      {repeats && <RepeatNumbers metric={metric} {...repeats} />}
      {values.length > 1 && (
        <span className="sr-only">
          {t('comparison.values', { values: values.map((value) => text(metric, value)).join(', ') })}
        </span>
      )}
    </td>
  )
}

interface BarProps {
  values: readonly number[]
  middle: number | null
  scale: number
  distribution: Distribution | null
}

/** From zero to the median, which is a ring; each repeat is a dot, and a line its 95 % interval. The text beside it says the same. */
function Bar({ values, middle, scale, distribution }: BarProps) {
  const at = (value: number) => `${scale === 0 ? 0 : (value / scale) * 100}%`
  return (
    <span aria-hidden className="relative mt-1 mr-1.5 block h-3">
      <span className="absolute inset-x-0 top-1.5 h-px bg-line" />
      {middle !== null && (
        <span className="absolute top-[3.5px] left-0 h-[5px] bg-lane opacity-35" style={{ width: at(middle) }} />
      )}
      {values.length > 1 &&
        values.map((value, place) => (
          <span
            key={place}
            className="absolute top-[3.5px] size-[5px] -translate-x-1/2 rounded-full bg-lane opacity-70"
            style={{ left: at(value) }}
          />
        ))}
      {distribution?.medianLow != null && distribution.medianHigh !== null && (
        <span
          className="absolute top-[5px] h-0.5 bg-lane"
          style={{
            left: at(distribution.medianLow),
            right: `calc(100% - ${at(Math.min(distribution.medianHigh, scale))})`,
          }}
        />
      )}
      {middle !== null && (
        <span
          className="absolute top-0.5 size-2 -translate-x-1/2 rounded-full border-2 border-lane bg-surface"
          style={{ left: at(middle) }}
        />
      )}
    </span>
  )
}

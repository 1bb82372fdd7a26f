import { median, METRICS, type ComparedLane, type Metric } from '@/features/run/comparison/compared-lanes'
import type { LanePair } from '@/features/run/comparison/runs/pair-lanes'
import { useMetricText } from '@/features/run/comparison/use-metric-text'
import { LaneChip } from '@/ui/LaneChip'
import { Tooltip } from '@/ui/Tooltip'
import { useTranslation } from 'react-i18next'

interface PairTableProps {
  pairs: readonly LanePair[]
  /** What the two runs are called. */
  names: readonly [string, string]
}

/** The medians of both runs, lane by lane, and how far apart they are. */
export function PairTable({ pairs, names }: PairTableProps) {
  const { t } = useTranslation('run')
  return (
    <div className="mt-6 overflow-x-auto">
      <table className="w-full min-w-180 border-collapse">
        <caption className="pb-1 text-left text-section font-semibold">
          <h2>{t('runs.numbers')}</h2>
        </caption>
        <thead>
          <tr className="border-b border-line text-small">
            <th scope="col" className="py-1.5 pr-4 text-left font-semibold">
              {t('comparison.lane')}
            </th>
            {METRICS.map((metric) => (
              <th key={metric} scope="col" className="py-1.5 pr-4 text-right font-semibold last:pr-0">
                <Tooltip text={t(`comparison.${metric}Hint`)} side="top">
                  <span>{t(`comparison.${metric}`)}</span>
                </Tooltip>
              </th>
            ))}
          </tr>
        </thead>
        {pairs.map((pair, place) => (
          <tbody key={place} className="border-b border-line">
            {pair.a && <LaneRow lane={pair.a} run={names[0]} />}
            {pair.b && <LaneRow lane={pair.b} run={names[1]} />}
            {pair.a && pair.b && <ApartRow a={pair.a} b={pair.b} />}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function LaneRow({ lane, run }: { lane: ComparedLane; run: string }) {
  const text = useMetricText()
  const { record, values } = lane
  return (
    <tr data-lane={record.position % 8}>
      <th scope="row" className="py-1 pr-4 text-left font-normal">
        <span className="flex items-center gap-2">
          <LaneChip position={record.position} />
          <span className="font-medium">{record.modelSnapshot.name}</span>
          <span className="text-small whitespace-nowrap text-ink-3 tabular-nums">{run}</span>
        </span>
      </th>
      {METRICS.map((metric) => (
        <td key={metric} className="py-1 pr-4 text-right whitespace-nowrap tabular-nums last:pr-0">
          {text(metric, median(values[metric]))}
        </td>
      ))}
    </tr>
  )
}

function ApartRow({ a, b }: { a: ComparedLane; b: ComparedLane }) {
  const { t } = useTranslation('run')
  const text = useMetricText()
  const apart = (metric: Metric) => {
    const [one, other] = [median(a.values[metric]), median(b.values[metric])]
    if (one === null || other === null) return text(metric, null)
    const size = text(metric, Math.abs(other - one))
    // What rounds to nothing has no direction.
    if (size === text(metric, 0) || size.startsWith('<')) return size
    return (other < one ? '−' : '+') + size
  }
  return (
    <tr className="text-small text-ink-2">
      <th scope="row" className="pt-0.5 pr-4 pb-2 pl-7 text-left font-normal">
        {t('runs.apart')}
      </th>
      {METRICS.map((metric) => (
        <td key={metric} className="pt-0.5 pr-4 pb-2 text-right whitespace-nowrap tabular-nums last:pr-0">
          {apart(metric)}
        </td>
      ))}
    </tr>
  )
}

import { laneOf } from '@/features/run/composer/draft-of-run'
import {
  BETTER,
  bestOf,
  METRICS,
  scaleOf,
  type ComparedLane,
  type Metric,
} from '@/features/run/comparison/compared-lanes'
import { differenceOf, distributionOf } from '@/features/run/comparison/difference'
import { MeasureCell } from '@/features/run/comparison/MeasureCell'
import { PassLine } from '@/features/run/comparison/PassLine'
import type { RepeatChoice } from '@/features/run/comparison/RepeatChoices'
import type { RunStatistics } from '@/features/run/comparison/use-statistics'
import { WinnerButton } from '@/features/run/lane/WinnerButton'
import { useOwnWords } from '@/features/run/lane/use-own-words'
import type { RunRecord } from '@/features/run/live/run-state'
import { cn } from '@/lib/cn'
import { LaneChip } from '@/ui/LaneChip'
import { Tooltip } from '@/ui/Tooltip'
import { useTranslation } from 'react-i18next'

interface MeasuresProps {
  run: RunRecord
  lanes: readonly ComparedLane[]
  /** Null where there is only one answer of each lane, or nothing is known yet. */
  statistics: RunStatistics | null
  choice: RepeatChoice
  /** The result that was chosen as the run's best. */
  winnerId: string | null
}

/** Lanes by measures: each cell a number, and a bar from zero on the measure's one scale. A table to look at and to read. */
export function Measures({ run, lanes, statistics, choice, winnerId }: MeasuresProps) {
  const { t } = useTranslation('run')
  const repeatsOf = ({ record: { position } }: ComparedLane, metric: Metric) =>
    run.iterations > 1
      ? {
          distribution: distributionOf(statistics, position, metric),
          difference: differenceOf(statistics, position, metric),
          isBaseline: lanes.length > 1 && position === choice.baseline,
        }
      : null
  const columns = METRICS.map((metric) => ({
    metric,
    best: bestOf(lanes, metric),
    scale: scaleOf(lanes, metric),
    name: t(`comparison.${metric}`),
  }))
  return (
    <table className="mt-2 w-full table-fixed border-collapse phone:block">
      <caption className="sr-only">{t('comparison.measures')}</caption>
      <thead className="phone:sr-only">
        <tr>
          <th scope="col" className="w-56 py-1.5">
            <span className="sr-only">{t('comparison.lane')}</span>
          </th>
          {columns.map(({ metric, name }) => (
            <th key={metric} scope="col" className="py-1.5 pr-6 text-left align-bottom font-normal last:pr-0">
              <Tooltip text={t(`comparison.${metric}Hint`)} side="top">
                <span className="text-small font-semibold">{name}</span>
              </Tooltip>
              <span className="block text-label text-ink-3">
                {t(`comparison.${BETTER[metric] ?? 'neither'}` as 'comparison.less')}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="phone:block">
        {lanes.map((lane) => (
          <tr
            key={lane.record.position}
            data-lane={lane.record.position % 8}
            className="border-t border-line align-top phone:grid phone:grid-cols-2 phone:gap-x-5 phone:py-2"
          >
            <LaneHead run={run} lane={lane} statistics={statistics} inARow={choice.inARow} winnerId={winnerId} />
            {columns.map(({ metric, best, scale, name }) => (
              <MeasureCell
                key={metric}
                name={name}
                metric={metric}
                lane={lane}
                best={best}
                scale={scale}
                repeats={repeatsOf(lane, metric)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface LaneHeadProps {
  run: RunRecord
  lane: ComparedLane
  statistics: RunStatistics | null
  inARow: number
  winnerId: string | null
}

function LaneHead({ run, lane, statistics, inARow, winnerId }: LaneHeadProps) {
  const { record, results, completed } = lane
  const { t } = useTranslation('run')
  const ownWords = useOwnWords()
  const own = ownWords(laneOf(run, record))
  const short = completed < results.length
  return (
    <th scope="row" className="py-2 pr-4 text-left font-normal phone:col-span-2 phone:py-1">
      <span className="flex items-center gap-2">
        <LaneChip position={record.position} />
        <b className="truncate font-semibold">{record.modelSnapshot.name}</b>
        {results.some((result) => result.record.id === winnerId) && <WinnerButton isWinner />}
      </span>
      {own && (
        <span title={own} className="line-clamp-2 text-small text-ink-2 tabular-nums">
          {own}
        </span>
      )}
      {(short || results.length > 1) && (
        <span className={cn('block text-small tabular-nums', short ? 'text-warn' : 'text-ink-3')}>
          {t('comparison.answered', { completed, count: results.length })}
        </span>
      )}
      {run.check && <PassLine lane={lane} statistics={statistics} inARow={inARow} />}
    </th>
  )
}

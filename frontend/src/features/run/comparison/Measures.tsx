import { laneOf } from '@/features/run/composer/draft-of-run'
import { BETTER, bestOf, METRICS, scaleOf, type ComparedLane } from '@/features/run/comparison/compared-lanes'
import { MeasureCell } from '@/features/run/comparison/MeasureCell'
import { useOwnWords } from '@/features/run/lane/use-own-words'
import type { RunRecord } from '@/features/run/live/run-state'
import { cn } from '@/lib/cn'
import { LaneChip } from '@/ui/LaneChip'
import { Tooltip } from '@/ui/Tooltip'
import { useTranslation } from 'react-i18next'

interface MeasuresProps {
  run: RunRecord
  lanes: readonly ComparedLane[]
}

/** Lanes by measures: each cell a number, and a bar from zero on the measure's one scale. A table to look at and to read. */
export function Measures({ run, lanes }: MeasuresProps) {
  const { t } = useTranslation('run')
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
            <LaneHead run={run} lane={lane} />
            {columns.map(({ metric, best, scale, name }) => (
              <MeasureCell key={metric} name={name} metric={metric} lane={lane} best={best} scale={scale} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function LaneHead({ run, lane: { record, results, completed } }: { run: RunRecord; lane: ComparedLane }) {
  const { t } = useTranslation('run')
  const ownWords = useOwnWords()
  const own = ownWords(laneOf(run, record))
  const short = completed < results.length
  return (
    <th scope="row" className="py-2 pr-4 text-left font-normal phone:col-span-2 phone:py-1">
      <span className="flex items-center gap-2">
        <LaneChip position={record.position} />
        <b className="truncate font-semibold">{record.modelSnapshot.name}</b>
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
    </th>
  )
}

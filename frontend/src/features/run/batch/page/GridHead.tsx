import type { BatchLane } from '@/features/run/batch/live/batch-state'
import type { LaneSummary } from '@/features/run/batch/live/lane-summary'
import { Badge } from '@/ui/Badge'
import { LaneChip } from '@/ui/LaneChip'
import { Term } from '@/ui/Term'
import { useFormat } from '@/ui/use-format'
import { useTranslation } from 'react-i18next'

interface GridHeadProps {
  lanes: readonly BatchLane[]
  summaries: readonly LaneSummary[]
}

/** The lanes' names, and what their answers come to so far. */
export function GridHead({ lanes, summaries }: GridHeadProps) {
  const { t } = useTranslation('batch')
  return (
    <thead className="sticky top-0 z-2 bg-surface text-left">
      <tr>
        <th
          scope="col"
          className="left-0 z-1 border-b border-line bg-surface py-2 pr-3 pl-(--gutter) align-bottom text-label font-medium text-ink-3 wide:sticky"
        >
          {t('grid.message')}
        </th>
        {lanes.map((lane, place) => (
          <th key={lane.position} scope="col" className="border-b border-l border-line px-3 py-2 align-top font-normal">
            <span className="flex items-center gap-2">
              <LaneChip position={lane.position} />
              <span className="truncate font-semibold" translate="no">
                {lane.modelSnapshot.name}
              </span>
              {lane.modelSnapshot.isSimulated && <Badge>{t('grid.simulated')}</Badge>}
            </span>
            {summaries[place] && <Summary summary={summaries[place]} />}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Summary({ summary }: { summary: LaneSummary }) {
  const { t } = useTranslation('batch')
  const format = useFormat()
  const { completed, failed, passed, medianMs, tokensPerSecond, cost } = summary
  const speed = format.speed(tokensPerSecond)
  return (
    <span className="mt-1 flex flex-col text-small text-ink-2 tabular-nums">
      <span className="flex gap-x-3 whitespace-nowrap">
        <span>{t('grid.completed', { text: format.count(completed) })}</span>
        {passed !== null && <span>{t('grid.passed', { passed: format.count(passed) })}</span>}
        {failed > 0 && <span className="text-bad">{t('grid.failed', { text: format.count(failed) })}</span>}
      </span>
      <span className="flex gap-x-3 whitespace-nowrap">
        <Term definition={t('grid.definition.median')}>{format.duration(medianMs)}</Term>
        <Term definition={t('grid.definition.speed')}>{`${speed.value} ${speed.unit}`.trim()}</Term>
        <Term definition={t('grid.definition.cost')}>{format.cost(cost)}</Term>
      </span>
    </span>
  )
}

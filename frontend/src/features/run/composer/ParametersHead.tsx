import type { DraftLane } from '@/features/run/composer/draft'
import { laneLetter } from '@/lib/lane'
import { LaneChip } from '@/ui/LaneChip'
import { useTranslation } from 'react-i18next'

/** The lanes' letters over their columns; they stay in sight while the rows scroll. */
export function ParametersHead({ lanes }: { lanes: readonly DraftLane[] }) {
  const { t } = useTranslation('run')
  return (
    <thead className="sticky top-0 z-1 bg-surface">
      <tr>
        <th scope="col" colSpan={2} className="h-7 text-left whitespace-nowrap phone:h-9">
          <h2 className="text-small font-semibold">{t('parameters.title')}</h2>
        </th>
        <th scope="col" className="pr-4 text-right text-label font-medium whitespace-nowrap text-ink-3 phone:pr-2.5">
          {t('parameters.allLanes')}
        </th>
        {lanes.map((lane) => (
          <th
            key={lane.slot}
            scope="col"
            className="w-(--lane-cell) min-w-(--lane-cell) border-l border-line text-center"
          >
            <span className="sr-only">{t('lane.letter', { letter: laneLetter(lane.slot) })}</span>
            <LaneChip position={lane.slot} className="align-middle" />
          </th>
        ))}
      </tr>
    </thead>
  )
}

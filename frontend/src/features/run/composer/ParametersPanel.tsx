import type { Draft } from '@/features/run/composer/draft'
import type { DraftAction } from '@/features/run/composer/draft-reducer'
import { ParameterRow } from '@/features/run/composer/ParameterRow'
import { PARAMETERS } from '@/features/run/composer/parameter-text'
import type { Trouble } from '@/features/run/trouble'
import { laneLetter } from '@/lib/lane'
import { FieldError } from '@/ui/Field'
import { LaneChip } from '@/ui/LaneChip'
import { useTranslation } from 'react-i18next'

interface ParametersPanelProps {
  draft: Draft
  fields: Trouble['fields']
  edit: (action: DraftAction) => void
}

/** Shared values at the left, a column for each lane: an empty cell is shared, a tinted one differs. */
export function ParametersPanel({ draft, fields, edit }: ParametersPanelProps) {
  const { t } = useTranslation('run')
  const wrong = Object.entries(fields).filter(([path]) => path.includes('parameters.'))
  return (
    <div className="relative flex min-w-0 flex-col overflow-x-auto px-4 pt-2 pb-3">
      <table className="w-full border-collapse">
        <thead>
          <tr>
            <th scope="col" colSpan={2} className="h-7 text-left whitespace-nowrap phone:h-9">
              <h2 className="text-small font-semibold">{t('parameters.title')}</h2>
            </th>
            <th
              scope="col"
              className="pr-4 text-right text-label font-medium whitespace-nowrap text-ink-3 phone:pr-2.5"
            >
              {t('parameters.allLanes')}
            </th>
            {draft.lanes.map((lane) => (
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
        <tbody>
          {PARAMETERS.map((name) => (
            <ParameterRow key={name} name={name} draft={draft} fields={fields} edit={edit} />
          ))}
        </tbody>
      </table>
      {wrong.slice(0, 1).map(([path, words]) => (
        <FieldError key={path}>{words}</FieldError>
      ))}
    </div>
  )
}

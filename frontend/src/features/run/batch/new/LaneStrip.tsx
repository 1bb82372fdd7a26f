import type { Draft } from '@/features/run/composer/draft'
import { lanePath } from '@/features/run/composer/draft-problems'
import { ownCount, type DraftAction } from '@/features/run/composer/draft-reducer'
import { LaneName } from '@/features/run/lane/LaneName'
import { OwnLine } from '@/features/run/lane/OwnLine'
import type { Trouble } from '@/features/run/trouble'
import type { RunnableModel } from '@/features/run/use-models'
import { FieldError } from '@/ui/Field'
import { useTranslation } from 'react-i18next'

interface LaneStripProps {
  draft: Draft
  models: readonly RunnableModel[]
  byId: ReadonlyMap<string, RunnableModel>
  fields: Trouble['fields']
  edit: (action: DraftAction) => void
  onPrompt: (slot: number) => void
}

/** Who is asked: the lanes side by side, as many in a line as fit. */
export function LaneStrip({ draft, models, byId, fields, edit, onPrompt }: LaneStripProps) {
  const { t } = useTranslation('batch')
  return (
    <section aria-label={t('new.lanes')} className="border-b border-line">
      <ul className="-mb-px grid grid-cols-[repeat(auto-fill,minmax(300px,1fr))]">
        {draft.lanes.map((lane, index) => {
          const error = fields[lanePath(index, 'modelId')]
          return (
            <li
              key={lane.slot}
              data-lane={lane.slot % 8}
              className="min-w-0 border-t-2 border-r border-b border-line border-t-lane px-4 py-1.5"
            >
              <LaneName
                lane={lane}
                model={byId.get(lane.modelId) ?? null}
                models={models}
                edit={edit}
                onRemove={({ slot }) => edit({ type: 'removeLane', slot })}
                onPrompt={onPrompt}
              />
              {ownCount(lane) > 0 && <OwnLine lane={lane} run={null} record={null} />}
              {error !== undefined && <FieldError>{error}</FieldError>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

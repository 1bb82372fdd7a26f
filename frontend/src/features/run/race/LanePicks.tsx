import type { Draft, DraftLane } from '@/features/run/composer/draft'
import { ownCount, type DraftAction } from '@/features/run/composer/draft-reducer'
import { LaneName } from '@/features/run/lane/LaneName'
import { OwnLine } from '@/features/run/lane/OwnLine'
import { LanePicker } from '@/features/run/lane/LanePicker'
import { Repeats } from '@/features/run/race/Repeats'
import type { RunnableModel } from '@/features/run/use-models'
import { Button } from '@/ui/Button'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'

interface LanePicksProps {
  draft: Draft
  models: readonly RunnableModel[]
  byId: ReadonlyMap<string, RunnableModel>
  repeatsError: string | undefined
  edit: (action: DraftAction) => void
  onRemove: (lane: DraftLane) => void
  onPrompt: (slot: number) => void
}

/** On a phone, while the question is written: the lanes as a list. */
export function LanePicks({ draft, models, byId, repeatsError, edit, onRemove, onPrompt }: LanePicksProps) {
  const { t } = useTranslation('run')
  return (
    <section aria-labelledby="lanes-title" className="px-4 pt-2 pb-4">
      <h2 id="lanes-title" className="mb-1 text-small font-semibold">
        {t('lane.all')}
      </h2>
      <ul>
        {draft.lanes.map((lane) => (
          <li key={lane.slot} className="border-b border-line py-1">
            <LaneName
              lane={lane}
              model={byId.get(lane.modelId) ?? null}
              models={models}
              edit={edit}
              onRemove={onRemove}
              onPrompt={onPrompt}
            />
            {ownCount(lane) > 0 && <OwnLine lane={lane} run={null} record={null} />}
          </li>
        ))}
      </ul>
      <div className="mt-3 flex gap-2">
        <LanePicker draft={draft} models={models} edit={edit} onRemove={onRemove}>
          <Button>
            <Plus aria-hidden className="size-3.5" />
            {t('race.addLane')}
          </Button>
        </LanePicker>
        <Repeats
          count={draft.iterations}
          error={repeatsError}
          onChange={(count) => edit({ type: 'iterations', count })}
        />
      </div>
    </section>
  )
}

import type { DraftLane } from '@/features/run/composer/draft'
import type { DraftAction } from '@/features/run/composer/draft-reducer'
import { LaneMenu } from '@/features/run/lane/LaneMenu'
import { ModelPicker } from '@/features/run/lane/ModelPicker'
import type { RunnableModel } from '@/features/run/use-models'
import { hostOf } from '@/lib/host'
import { laneLetter } from '@/lib/lane'
import { Badge } from '@/ui/Badge'
import { IconButton } from '@/ui/IconButton'
import { LaneChip } from '@/ui/LaneChip'
import { ChevronDown, X } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'

/** What a lane shows of its model: as it was in the run, or as it is now. */
export interface LaneModel {
  name: string
  endpointUrl: string
  isSimulated: boolean
}

interface LaneNameProps {
  lane: DraftLane
  model: LaneModel | null
  models: readonly RunnableModel[]
  edit: (action: DraftAction) => void
  onRemove: (lane: DraftLane) => void
  onPrompt: (slot: number) => void
  /** Whether nothing of it can be changed. */
  readOnly?: boolean
}

/** The first line of a lane: letter, model, what is its own, and the way out. */
export const LaneName = memo(({ lane, model, models, edit, onRemove, onPrompt, readOnly = false }: LaneNameProps) => {
  const { t } = useTranslation('run')
  const name = model?.name ?? t('lane.noModel')
  return (
    <div className="-mr-1.5 flex h-7 items-center gap-2 phone:h-9">
      <LaneChip position={lane.slot} />
      {readOnly ? (
        <span className="min-w-0 truncate text-section font-semibold tracking-[-0.005em]">{name}</span>
      ) : (
        <ModelPicker
          models={models}
          value={lane.modelId}
          onSelect={(modelId) => edit({ type: 'setModel', slot: lane.slot, modelId })}
        >
          <button
            type="button"
            aria-label={t('lane.change', { name })}
            className="-ml-1 flex h-6 min-w-0 items-center gap-1 rounded-s px-1 hover:bg-hover phone:h-8"
          >
            <span className="truncate text-section font-semibold tracking-[-0.005em]">{name}</span>
            <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
          </button>
        </ModelPicker>
      )}
      <span className="flex min-w-0 grow items-center">
        {model?.isSimulated ? (
          <Badge>{t('simulated')}</Badge>
        ) : (
          <span className="truncate text-small text-ink-3">{model && hostOf(model.endpointUrl)}</span>
        )}
      </span>
      {!readOnly && (
        <>
          <span className="-mr-1.5">
            <LaneMenu lane={lane} name={name} edit={edit} onPrompt={onPrompt} />
          </span>
          <IconButton
            small
            label={t('lane.remove', { letter: laneLetter(lane.slot), name })}
            onClick={() => onRemove(lane)}
          >
            <X aria-hidden className="size-4" />
          </IconButton>
        </>
      )}
    </div>
  )
})
LaneName.displayName = 'LaneName'

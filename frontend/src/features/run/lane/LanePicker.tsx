import type { Draft, DraftLane } from '@/features/run/composer/draft'
import type { DraftAction } from '@/features/run/composer/draft-reducer'
import { ModelPicker } from '@/features/run/lane/ModelPicker'
import type { RunnableModel } from '@/features/run/use-models'
import { LaneChip } from '@/ui/LaneChip'
import { laneLetter } from '@/lib/lane'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface LanePickerProps {
  draft: Draft
  models: readonly RunnableModel[]
  edit: (action: DraftAction) => void
  onRemove: (lane: DraftLane) => void
  align?: 'start' | 'end'
  /** The button that opens it. */
  children: ReactNode
}

/** Adds lanes by the keyboard alone: type, Enter, type, Enter; Backspace takes the last one back. */
export function LanePicker({ draft, models, edit, onRemove, align = 'start', children }: LanePickerProps) {
  const last = draft.lanes.at(-1)
  return (
    <ModelPicker
      models={models}
      value={null}
      onSelect={(modelId) => edit({ type: 'addLane', modelId })}
      align={align}
      several={{ onTakeBack: () => last && onRemove(last), foot: <Foot lanes={draft.lanes} /> }}
    >
      {children}
    </ModelPicker>
  )
}

function Foot({ lanes }: { lanes: readonly DraftLane[] }) {
  const { t } = useTranslation('run')
  const letters = lanes.map(({ slot }) => laneLetter(slot)).join(', ')
  return (
    <div className="flex min-h-8 items-center gap-2 border-t border-line px-3 py-1 text-small text-ink-3">
      <span className="sr-only" aria-live="polite">
        {t('picker.lanes', { count: lanes.length, letters })}
      </span>
      <span aria-hidden className="flex min-w-0 grow flex-wrap gap-1">
        {lanes.map(({ slot }) => (
          <LaneChip key={slot} position={slot} />
        ))}
      </span>
      <span className="shrink-0">{t('picker.keys')}</span>
    </div>
  )
}

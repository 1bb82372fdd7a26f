import type { DraftLane } from '@/features/run/composer/draft'
import { hasOwnPrompt } from '@/features/run/composer/lane-prompt'
import { cn } from '@/lib/cn'
import { laneLetter } from '@/lib/lane'
import { LaneChip } from '@/ui/LaneChip'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface PromptScopesProps {
  lanes: readonly DraftLane[]
  /** The slot of the lane whose prompt is shown; null for that of all lanes. */
  scope: number | null
  /** The slots of lanes in whose prompt something is wrong. */
  wrong: ReadonlySet<number>
  onScope: (slot: number | null) => void
}

/** Whose system prompt is written: that of all lanes, or one lane's own. A dot marks the lanes that have their own. */
export function PromptScopes({ lanes, scope, wrong, onScope }: PromptScopesProps) {
  const { t } = useTranslation('run')
  return (
    <div role="group" aria-label={t('scope.label')} className="-ml-1 scrollbar-none flex min-w-0 overflow-x-auto p-0.5">
      <Scope pressed={scope === null} onPress={() => onScope(null)}>
        <span className="text-small">{t('parameters.allLanes')}</span>
      </Scope>
      {lanes.map((lane) => {
        const letter = laneLetter(lane.slot)
        const own = hasOwnPrompt(lane)
        return (
          <Scope
            key={lane.slot}
            pressed={scope === lane.slot}
            label={t(own ? 'scope.own' : 'scope.shared', { letter })}
            wrong={wrong.has(lane.slot)}
            onPress={() => onScope(lane.slot)}
          >
            <LaneChip position={lane.slot} className={cn(!own && scope !== lane.slot && 'opacity-55')} />
            {own && <span aria-hidden className="size-1.5 rounded-full bg-accent" />}
          </Scope>
        )
      })}
    </div>
  )
}

interface ScopeProps {
  pressed: boolean
  label?: string
  wrong?: boolean
  onPress: () => void
  children: ReactNode
}

function Scope({ pressed, label, wrong = false, onPress, children }: ScopeProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-label={label}
      onClick={onPress}
      className={cn(
        'flex h-6 shrink-0 items-center gap-1 rounded-s border border-transparent px-1.5 whitespace-nowrap text-ink-2 hover:bg-hover phone:h-8 phone:px-2.5',
        pressed && 'bg-hover font-medium text-ink',
        wrong && 'border-bad bg-bad-soft',
      )}
    >
      {children}
    </button>
  )
}

import { isLive, sameNumbers, stageOf } from '@/features/run/lane/lane-view'
import { resultNumbers } from '@/features/run/live/result-numbers'
import type { RunFeed } from '@/features/run/live/run-feed'
import { useFeed } from '@/features/run/live/use-run-feed'
import type { ShownLane } from '@/features/run/race/use-shown-results'
import { cn } from '@/lib/cn'
import { LaneChip } from '@/ui/LaneChip'
import { useFormat } from '@/ui/use-format'
import { useStable } from '@/ui/use-stable'
import { ChevronsRight } from 'lucide-react'
import { memo, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

interface LaneTabsProps {
  feed: RunFeed | null
  lanes: readonly ShownLane[]
  active: number
  onSelect: (index: number) => void
}

/** Where not all lanes are in sight: all in one strip, which is the summary of the race and the way between its lanes. */
export function LaneTabs({ feed, lanes, active, onSelect }: LaneTabsProps) {
  const { t } = useTranslation('run')
  const select = useStable(onSelect)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = (active + step + lanes.length) % lanes.length
    onSelect(next)
    ;(event.currentTarget.children[next] as HTMLElement | undefined)?.focus()
  }
  return (
    <div
      role="tablist"
      aria-label={t('lane.all')}
      onKeyDown={onKeyDown}
      className="scrollbar-none grid shrink-0 auto-cols-[minmax(96px,1fr)] grid-flow-col overflow-x-auto"
    >
      {lanes.map((shown, index) => (
        <LaneTab
          key={shown.lane.slot}
          feed={feed}
          shown={shown}
          index={index}
          selected={index === active}
          onSelect={select}
        />
      ))}
    </div>
  )
}

interface LaneTabProps {
  feed: RunFeed | null
  shown: ShownLane
  index: number
  selected: boolean
  onSelect: (index: number) => void
}

/** One lane's numbers. It renders when they change, not with every piece of its text. */
const LaneTab = memo(({ feed, shown: { lane, record, results, shown, ahead }, ...props }: LaneTabProps) => {
  const { t } = useTranslation('run')
  const format = useFormat()
  const result = results[shown]
  const stage = stageOf(result)
  const nowMs = useFeed(feed, (view) => (isLive(stage) ? view.nowMs : 0))
  const elapsed = format.duration(result && record ? resultNumbers(result, record, nowMs).elapsedMs : null)
  const speed = format.speed(result && record ? resultNumbers(result, record, 0).tokensPerSecond : null)
  return (
    <button
      type="button"
      role="tab"
      data-lane={lane.slot % 8}
      aria-selected={props.selected}
      aria-controls={`lane-${lane.slot}`}
      tabIndex={props.selected ? 0 : -1}
      onClick={() => props.onSelect(props.index)}
      className={cn(
        'grid grid-cols-[auto_1fr] items-center gap-x-1.5 border-b-2 border-l border-l-line py-1.5 pr-1 pl-2.5 text-left -outline-offset-2 first:border-l-0',
        props.selected ? 'border-b-lane bg-hover' : 'border-b-line',
      )}
    >
      <LaneChip position={lane.slot} />
      <span className="flex min-w-0 items-center gap-1">
        <b className="truncate font-semibold tabular-nums">{elapsed}</b>
        {ahead && <ChevronsRight aria-label={t(`ahead.${ahead}`)} className="size-3.5 shrink-0 text-lane" />}
      </span>
      <span
        className={cn('col-span-2 truncate text-label tabular-nums', stage === 'failed' ? 'text-bad' : 'text-ink-2')}
      >
        {stage === 'failed' || !speed.unit ? t(`short.${stage}`) : `${speed.value} ${speed.unit}`}
      </span>
    </button>
  )
}, sameTab)
LaneTab.displayName = 'LaneTab'

function sameTab({ shown: before, ...rest }: LaneTabProps, { shown: after, ...next }: LaneTabProps): boolean {
  return (
    sameNumbers(before.results[before.shown], after.results[after.shown]) &&
    before.lane === after.lane &&
    before.record === after.record &&
    before.ahead === after.ahead &&
    rest.feed === next.feed &&
    rest.index === next.index &&
    rest.selected === next.selected
  )
}

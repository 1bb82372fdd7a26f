import type { Draft, DraftLane } from '@/features/run/composer/draft'
import type { DraftAction } from '@/features/run/composer/draft-reducer'
import { Lane } from '@/features/run/lane/Lane'
import { isLive, stageOf } from '@/features/run/lane/lane-view'
import { MetricsPolls } from '@/features/run/lane/MetricsPolls'
import type { RunFeed } from '@/features/run/live/run-feed'
import { useFeed } from '@/features/run/live/use-run-feed'
import { LaneTabs } from '@/features/run/race/LaneTabs'
import { useShownResults, type ShownLane } from '@/features/run/race/use-shown-results'
import type { RunnableModel } from '@/features/run/use-models'
import type { Trouble } from '@/features/run/trouble'
import { useStable } from '@/ui/use-stable'
import { useRef, useState } from 'react'

interface LanesProps {
  feed: RunFeed | null
  draft: Draft
  models: readonly RunnableModel[]
  byId: ReadonlyMap<string, RunnableModel>
  fields: Trouble['fields']
  busy: boolean
  edit: (action: DraftAction) => void
  onRemove: (lane: DraftLane) => void
  onStop: (lane: DraftLane) => void
  onRunAgain: () => void
}

/** The lanes side by side, of one width, which alone on the screen render with every frame of the race; on a phone one at a time, swiped, with the strip of all above. */
export function Lanes(props: LanesProps) {
  const { feed, draft, models, byId, fields, busy } = props
  const state = useFeed(feed, (view) => view.state)
  const { lanes, scaleMs, show } = useShownResults(draft, state)
  const strip = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const edit = useStable(props.edit)
  const onShow = useStable(show)
  const onRemove = useStable(props.onRemove)
  const onStop = useStable(props.onStop)
  const onRunAgain = useStable(props.onRunAgain)

  const select = (index: number) => {
    setActive(index)
    strip.current?.children[index]?.scrollIntoView({ behavior: 'smooth', block: 'nearest', inline: 'center' })
  }
  const swiped = () => {
    const box = strip.current
    const first = box?.children[0]
    if (!box || !first || box.scrollWidth <= box.clientWidth) return
    setActive(Math.min(lanes.length - 1, Math.round(box.scrollLeft / first.clientWidth)))
  }

  return (
    <>
      <MetricsPolls serverIds={liveServers(lanes, byId)} />
      <LaneTabs feed={feed} lanes={lanes} active={Math.min(active, lanes.length - 1)} onSelect={select} />
      <div
        ref={strip}
        onScroll={swiped}
        className="relative flex min-h-0 grow overflow-x-auto overflow-y-hidden phone:scrollbar-none phone:snap-x phone:snap-mandatory"
      >
        {lanes.map(({ lane, record, results, shown, rank }, index) => (
          <Lane
            key={lane.slot}
            feed={feed}
            run={state?.run ?? null}
            lane={lane}
            record={record}
            results={results}
            shown={shown}
            rank={rank}
            scaleMs={scaleMs}
            model={byId.get(lane.modelId) ?? null}
            models={models}
            error={fields[`input.lanes[${index}].modelId`] ?? fields[`input.lanes[${index}].systemPrompt`]}
            busy={busy}
            onShow={onShow}
            edit={edit}
            onRemove={onRemove}
            onStop={onStop}
            onRunAgain={onRunAgain}
          />
        ))}
      </div>
    </>
  )
}

/** The servers of the lanes that have an answer under way, each once. */
function liveServers(lanes: readonly ShownLane[], byId: LanesProps['byId']): string {
  const live = lanes.filter(({ results }) => results.some((result) => isLive(stageOf(result))))
  const ids = live.map(({ lane }) => byId.get(lane.modelId)?.server.id).filter((id) => id !== undefined)
  return [...new Set(ids)].join(' ')
}

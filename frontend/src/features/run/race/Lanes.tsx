import type { Draft, DraftLane } from '@/features/run/composer/draft'
import type { DraftAction } from '@/features/run/composer/draft-reducer'
import { lanePath } from '@/features/run/composer/draft-problems'
import { ownCount } from '@/features/run/composer/draft-reducer'
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
import { useMedia, usePhone } from '@/ui/use-media'
import { useEffect, useRef, useState, type RefObject } from 'react'

/** As narrow as a lane gets. */
const LANE_PX = 320

interface LanesProps {
  feed: RunFeed | null
  draft: Draft
  models: readonly RunnableModel[]
  byId: ReadonlyMap<string, RunnableModel>
  fields: Trouble['fields']
  busy: boolean
  readOnly: boolean
  winnerId: string | null
  onChoose: (resultId: string | null) => void
  edit: (action: DraftAction) => void
  onRemove: (lane: DraftLane) => void
  onStop: (lane: DraftLane) => void
  onRunAgain: () => void
  onPrompt: (slot: number) => void
}

/** The lanes side by side, of one width, which alone on the screen render with every frame of the race; on a phone one at a time, swiped. Where not all are in sight, a strip of all stands above. */
export function Lanes(props: LanesProps) {
  const { feed, draft, models, byId, fields, busy, readOnly, winnerId } = props
  const phone = usePhone()
  const state = useFeed(feed, (view) => view.shown)
  const { lanes, scaleMs, show } = useShownResults(draft, state)
  const strip = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const edit = useStable(props.edit)
  const onShow = useStable(show)
  const onRemove = useStable(props.onRemove)
  const onStop = useStable(props.onStop)
  const onChoose = useStable(props.onChoose)
  const onRunAgain = useStable(props.onRunAgain)
  const onPrompt = useStable(props.onPrompt)
  const ownLine = lanes.some(({ lane }) => ownCount(lane) > 0)
  const overflowing = useMedia(`(max-width: ${lanes.length * LANE_PX - 1}px)`)
  useNewLaneInSight(strip, lanes.length)

  const select = (index: number) => {
    setActive(index)
    strip.current?.children[index]?.scrollIntoView({ behavior: 'smooth', block: 'nearest', inline: 'center' })
  }
  const swiped = () => {
    const box = strip.current
    const first = box?.children[0]
    if (!phone || !box || !first || box.scrollWidth <= box.clientWidth) return
    setActive(Math.min(lanes.length - 1, Math.round(box.scrollLeft / first.clientWidth)))
  }

  return (
    <>
      <MetricsPolls serverIds={liveServers(lanes, byId)} />
      {overflowing && (
        <LaneTabs feed={feed} lanes={lanes} active={Math.min(active, lanes.length - 1)} onSelect={select} />
      )}
      <div
        ref={strip}
        onScroll={swiped}
        className="relative flex min-h-0 grow overflow-x-auto overflow-y-hidden phone:scrollbar-none phone:snap-x phone:snap-mandatory"
      >
        {lanes.map(({ lane, record, results, shown, rank, ahead }, index) => (
          <Lane
            key={lane.slot}
            feed={feed}
            run={state?.run ?? null}
            lane={lane}
            record={record}
            results={results}
            shown={shown}
            rank={rank}
            ahead={ahead}
            scaleMs={scaleMs}
            ownLine={ownLine}
            model={byId.get(lane.modelId) ?? null}
            models={models}
            error={errorOf(fields, index)}
            busy={busy}
            readOnly={readOnly}
            winnerId={winnerId}
            onChoose={onChoose}
            onShow={onShow}
            edit={edit}
            onRemove={onRemove}
            onStop={onStop}
            onRunAgain={onRunAgain}
            onPrompt={onPrompt}
          />
        ))}
      </div>
    </>
  )
}

/** What is wrong with a lane's model or its prompt. What is wrong with a parameter stands at its cell. */
function errorOf(fields: Trouble['fields'], index: number): string | undefined {
  const start = lanePath(index, '')
  const wrong = Object.keys(fields).find((path) => path.startsWith(start) && !path.startsWith(`${start}parameters.`))
  return wrong && fields[wrong]
}

/** A lane that was added stands at the end, which may be out of sight. */
function useNewLaneInSight(strip: RefObject<HTMLElement | null>, count: number): void {
  const before = useRef(count)
  useEffect(() => {
    if (count === before.current + 1) strip.current?.lastElementChild?.scrollIntoView({ block: 'nearest' })
    before.current = count
  }, [strip, count])
}

/** The servers of the lanes that have an answer under way, each once. */
function liveServers(lanes: readonly ShownLane[], byId: LanesProps['byId']): string {
  const live = lanes.filter(({ results }) => results.some((result) => isLive(stageOf(result))))
  const ids = live.map(({ lane }) => byId.get(lane.modelId)?.server.id).filter((id) => id !== undefined)
  return [...new Set(ids)].join(' ')
}

import type { DraftLane } from '@/features/run/composer/draft'
import type { DraftAction } from '@/features/run/composer/draft-reducer'
import { failureDetails } from '@/features/run/lane/failure-details'
import { Iterations } from '@/features/run/lane/Iterations'
import { OwnLine } from '@/features/run/lane/OwnLine'
import { LaneBody } from '@/features/run/lane/LaneBody'
import { LaneClock } from '@/features/run/lane/LaneClock'
import { LaneFoot } from '@/features/run/lane/LaneFoot'
import { LaneName } from '@/features/run/lane/LaneName'
import { isLive, stageOf } from '@/features/run/lane/lane-view'
import { ServerMetrics } from '@/features/run/lane/ServerMetrics'
import { LaneNumbers } from '@/features/run/lane/LaneNumbers'
import { useSight } from '@/features/run/lane/use-sight'
import { useStickToEnd } from '@/features/run/lane/use-stick-to-end'
import type { RunFeed } from '@/features/run/live/run-feed'
import type { LaneRecord, ResultState, RunState } from '@/features/run/live/run-state'
import type { Leader } from '@/features/run/race/leader'
import type { RunnableModel } from '@/features/run/use-models'
import { copyText } from '@/lib/clipboard'
import { hostOf } from '@/lib/host'
import { laneLetter } from '@/lib/lane'
import { useFocusHeir } from '@/ui/use-focus-heir'
import { useStable } from '@/ui/use-stable'
import { memo, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'

export interface LaneProps {
  feed: RunFeed | null
  run: RunState['run'] | null
  lane: DraftLane
  record: LaneRecord | null
  results: readonly ResultState[]
  /** Which of the results is shown. */
  shown: number
  rank: number | null
  ahead: Leader['by'] | null
  scaleMs: number
  /** Whether any lane has something of its own: each then has a line for it, so that their texts begin at one height. */
  ownLine: boolean
  model: RunnableModel | null
  models: readonly RunnableModel[]
  error: string | undefined
  busy: boolean
  /** Whether the reader may only look: the run is somebody else's. */
  readOnly: boolean
  /** The result that was chosen as the run's best. */
  winnerId: string | null
  onChoose: (resultId: string | null) => void
  onShow: (slot: number, index: number) => void
  edit: (action: DraftAction) => void
  onRemove: (lane: DraftLane) => void
  onStop: (lane: DraftLane) => void
  onRunAgain: () => void
  /** Opens the composer at the lane's own system prompt. */
  onPrompt: (slot: number) => void
}

/** One lane of the race. It renders when its own answer grew, not when another's did. */
export const Lane = memo((props: LaneProps) => {
  const { feed, run, lane, record, results, shown, rank, ahead, scaleMs, ownLine, model, models, error, busy } = props
  const { t } = useTranslation('run')
  const result = results[shown]
  const stage = stageOf(result)
  const { box, following, toEnd, onScroll } = useStickToEnd({
    content: result?.record,
    id: result?.record.id,
    live: isLive(stage),
  })
  const isWinner = props.winnerId !== null && result?.record.id === props.winnerId
  const name = useId()
  const article = useFocusHeir<HTMLElement>(neighbour)
  useSight(article, feed, record?.position ?? null)
  const shownModel = record?.modelSnapshot ?? model

  const onStop = useStable(() => props.onStop(lane))
  const onChoose = useStable(() => props.onChoose(isWinner ? null : (result?.record.id ?? null)))
  const onCopy = useStable(async () => {
    if (!result) return
    const details = result.record.error && run && record
    const copied = await copyText(details ? failureDetails(run, record, result.record) : result.record.text)
    if (copied) toast.success(t('lane.copied'))
    else toast.error(t('lane.notCopied'))
  })

  return (
    <article
      ref={article}
      id={`lane-${lane.slot}`}
      data-lane={lane.slot % 8}
      aria-labelledby={name}
      className="relative flex min-h-0 min-w-80 flex-1 basis-0 flex-col border-t-2 border-l border-t-lane border-l-line [content-visibility:auto] first:border-l-0 phone:min-w-0 phone:flex-[0_0_calc(100%-16px)] phone:snap-center phone:border-t-0"
    >
      <header className="shrink-0 border-b border-line px-4 pt-2 pb-2.5">
        <h2 id={name} className="sr-only">
          {t('lane.name', { letter: laneLetter(lane.slot), name: shownModel?.name ?? t('lane.noModel') })}
        </h2>
        <LaneName
          lane={lane}
          model={shownModel}
          models={models}
          edit={props.edit}
          onRemove={props.onRemove}
          onPrompt={props.onPrompt}
          readOnly={props.readOnly}
        />
        {ownLine && <OwnLine lane={lane} run={run} record={record} />}
        <LaneClock feed={feed} result={result} lane={record} scaleMs={scaleMs} ahead={ahead} />
        <LaneNumbers result={result} lane={record} rank={rank} />
      </header>
      {results.length > 1 && (
        <Iterations
          results={results}
          shown={shown}
          winnerId={props.winnerId}
          onShow={(index) => props.onShow(lane.slot, index)}
        />
      )}
      {error !== undefined && (
        <p className="border-b border-line bg-bad-soft px-4 py-1.5 text-small text-bad">{error}</p>
      )}
      <div
        ref={box}
        onScroll={onScroll}
        tabIndex={0}
        role="region"
        aria-labelledby={name}
        className="scrollbar-none min-h-0 grow overflow-y-auto bg-surface px-4 pt-3 pb-8 [contain:strict] focus-visible:-outline-offset-2"
      >
        <LaneBody lane={record} model={model} result={result} onRunAgain={props.onRunAgain} busy={busy} />
      </div>
      {isLive(stage) && model && <ServerMetrics serverId={model.server.id} />}
      <LaneFoot
        stage={stage}
        code={result?.record.error?.code ?? null}
        attempts={result?.record.attempts ?? 1}
        stop={result?.record.stop ?? null}
        hasPassed={result?.record.hasPassed ?? null}
        queuePosition={result?.record.queuePosition ?? null}
        host={shownModel ? hostOf(shownModel.endpointUrl) : ''}
        copyable={result !== undefined && result.record.text !== ''}
        runId={(record && run?.id) ?? null}
        position={record?.position ?? 0}
        following={following}
        onFollow={toEnd}
        onCopy={onCopy}
        isWinner={isWinner}
        onChoose={result?.record.status === 'COMPLETED' && !props.readOnly ? onChoose : undefined}
        onStop={props.readOnly ? undefined : onStop}
      />
    </article>
  )
}, sameLane)
Lane.displayName = 'Lane'

/** The answer of the lane that takes this one's place. */
function neighbour(lane: HTMLElement): HTMLElement | null {
  const other = lane.nextElementSibling ?? lane.previousElementSibling
  return other?.querySelector<HTMLElement>('[role=region]') ?? null
}

/** The list of results is made anew with every event; what counts is whether one of this lane's changed. */
function sameLane(before: LaneProps, after: LaneProps): boolean {
  return (Object.keys(after) as (keyof LaneProps)[]).every((key) =>
    key === 'results' ? sameItems(before.results, after.results) : Object.is(before[key], after[key]),
  )
}

function sameItems(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.length === after.length && before.every((item, index) => item === after[index])
}

import { Comparison } from '@/features/run/comparison/Comparison'
import { Composer } from '@/features/run/composer/Composer'
import type { Draft, DraftLane } from '@/features/run/composer/draft'
import type { DraftAction } from '@/features/run/composer/draft-reducer'
import type { FeedView, RunFeed } from '@/features/run/live/run-feed'
import { isFinal, type RunRecord } from '@/features/run/live/run-state'
import { useRecord } from '@/features/run/live/use-record'
import { resultsOfLane } from '@/features/run/lane/lane-view'
import { NoLanes } from '@/features/run/EmptyScreens'
import { Announcer } from '@/features/run/race/Announcer'
import { FailureBar } from '@/features/run/race/FailureBar'
import { LanePicks } from '@/features/run/race/LanePicks'
import { Lanes } from '@/features/run/race/Lanes'
import { PhoneBar } from '@/features/run/race/PhoneBar'
import { PhoneBrief } from '@/features/run/race/PhoneBrief'
import { RunNotice } from '@/features/run/race/RunNotice'
import { RaceBar } from '@/features/run/race/RaceBar'
import type { RunnableModel } from '@/features/run/use-models'
import { isInComposer } from '@/features/run/trouble'
import type { Race } from '@/features/run/use-race'
import { usePhone } from '@/ui/use-media'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** In a lower window the composer makes room for the answers by itself when a run starts. */
const LOW_WINDOW_PX = 860

export interface TestScreenProps {
  draft: Draft
  edit: (action: DraftAction) => void
  race: Race
  feed: RunFeed | null
  run: RunRecord | null
  phase: FeedView['phase']
  running: boolean
  models: readonly RunnableModel[]
  byId: ReadonlyMap<string, RunnableModel>
}

export function TestScreen({ draft, edit, race, feed, run, phase, running, models, byId }: TestScreenProps) {
  const { t } = useTranslation('run')
  const phone = usePhone()
  const { fields, failure } = race.trouble
  const record = useRecord(run?.id ?? null)
  const readOnly = run !== null && !run.canChange
  const [scope, setScope] = useState<number | null>(null)
  const [folded, setFolded] = useFold(run?.id ?? null, phone)
  if (folded && Object.keys(fields).some(isInComposer)) setFolded(false)

  const change = (action: DraftAction) => {
    if (Object.keys(fields).length > 0) race.clear()
    edit(action)
  }
  const start = () => void race.start()
  const stop = () => void (run && race.stopAll(run.id))
  const runAgain = () => void (run && race.rerun(run.id))
  const stopLane = (lane: DraftLane) => {
    const running = resultsOfLane(feed?.get().state ?? null, lane.runPosition).filter(
      ({ record }) => !isFinal(record.status),
    )
    void race.stopResults(running.map(({ record }) => record.id))
  }
  const remove = (lane: DraftLane) => {
    stopLane(lane)
    change({ type: 'removeLane', slot: lane.slot })
  }
  const controls = {
    feed,
    run,
    record,
    phase,
    running,
    busy: race.busy,
    folded,
    onRun: start,
    onStop: stop,
    onRunAgain: runAgain,
  }
  const repeatsError = fields['input.iterations']

  const openPrompt = (slot: number) => {
    setScope(slot)
    setFolded(false)
  }

  const composer = (
    <fieldset disabled={readOnly} className="contents">
      <Composer draft={draft} fields={fields} scope={scope} onScope={setScope} edit={change} />
    </fieldset>
  )
  const notice = run && <RunNotice run={run} record={record} busy={race.busy} onRunAgain={runAgain} />
  const answers =
    draft.lanes.length === 0 ? (
      <div className="grow">
        <NoLanes noModels={models.length === 0} error={fields['input.lanes']} />
      </div>
    ) : (
      <Lanes
        feed={feed}
        draft={draft}
        models={models}
        byId={byId}
        fields={fields}
        busy={race.busy}
        readOnly={readOnly}
        winnerId={record.record?.winner?.id ?? null}
        onChoose={(resultId) => void record.choose(resultId)}
        edit={change}
        onRemove={remove}
        onStop={stopLane}
        onRunAgain={runAgain}
        onPrompt={openPrompt}
      />
    )

  const comparison = feed && <Comparison feed={feed} record={record} />

  const failureBar = failure && (
    <FailureBar failure={failure} onRetry={race.trouble.retry ?? start} onClose={race.clear} />
  )
  const announcer = feed && <Announcer feed={feed} />

  if (phone) {
    return (
      <div className="flex h-full flex-col">
        {(!run || !folded) && <h1 className="sr-only">{t('title')}</h1>}
        {folded && feed ? (
          <PhoneBrief draft={draft} feed={feed} running={running} onEdit={() => setFolded(false)} />
        ) : (
          <div className="min-h-0 grow overflow-y-auto">
            {composer}
            {!readOnly && (
              <LanePicks
                draft={draft}
                models={models}
                byId={byId}
                repeatsError={repeatsError ?? fields['input.lanes']}
                edit={change}
                onRemove={remove}
                onPrompt={setScope}
              />
            )}
          </div>
        )}
        {notice}
        {failureBar}
        {folded && feed && (
          <div className="relative min-h-0 grow overflow-y-auto">
            <div className="flex h-full flex-col">{answers}</div>
            {comparison}
          </div>
        )}
        <PhoneBar {...controls} onRead={() => setFolded(true)} />
        {announcer}
      </div>
    )
  }
  return (
    <div className="relative h-full overflow-y-auto">
      <div className="flex h-full flex-col">
        {!run && <h1 className="sr-only">{t('title')}</h1>}
        {!folded && composer}
        <RaceBar
          {...controls}
          draft={draft}
          edit={change}
          models={models}
          repeatsError={repeatsError}
          onRemove={remove}
          onFold={() => setFolded(!folded)}
        />
        {notice}
        {failureBar}
        {answers}
      </div>
      {comparison}
      {announcer}
    </div>
  )
}

/**
 * Whether the composer is folded: open for a new test, out of the way of answers where there is little room, and else as
 * it was chosen for this run.
 */
function useFold(runId: string | null, phone: boolean) {
  const [chosen, setChosen] = useState<{ runId: string | null; folded: boolean } | null>(null)
  const low = phone || window.innerHeight < LOW_WINDOW_PX
  const folded = chosen?.runId === runId ? chosen.folded : runId !== null && low
  return [folded, (next: boolean) => setChosen({ runId, folded: next })] as const
}

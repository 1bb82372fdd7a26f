import { showComparison } from '@/features/run/comparison/Comparison'
import type { Draft, DraftLane } from '@/features/run/composer/draft'
import type { DraftAction } from '@/features/run/composer/draft-reducer'
import { runFile } from '@/features/run/export/addresses'
import { ExportMenu } from '@/features/run/export/ExportMenu'
import { LanePicker } from '@/features/run/lane/LanePicker'
import type { FeedView, RunFeed } from '@/features/run/live/run-feed'
import { RaceFacts } from '@/features/run/race/RaceFacts'
import { Repeats } from '@/features/run/race/Repeats'
import { RunButton, StopButton } from '@/features/run/race/RunButton'
import { RunMenu } from '@/features/run/race/RunMenu'
import { ShareButton } from '@/features/run/race/ShareButton'
import type { RunRecord } from '@/features/run/live/run-state'
import type { RecordOfRun } from '@/features/run/live/use-record'
import type { RunnableModel } from '@/features/run/use-models'
import { cn } from '@/lib/cn'
import { Button } from '@/ui/Button'
import { IconButton } from '@/ui/IconButton'
import { Kbd } from '@/ui/Kbd'
import { useHotkey } from '@/ui/use-hotkey'
import { ChartNoAxesColumn, ChevronDown, Plus, RotateCw } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

export interface RaceBarProps {
  draft: Draft
  edit: (action: DraftAction) => void
  feed: RunFeed | null
  run: RunRecord | null
  record: RecordOfRun
  phase: FeedView['phase']
  running: boolean
  busy: boolean
  models: readonly RunnableModel[]
  repeatsError: string | undefined
  folded: boolean
  onFold: () => void
  onRemove: (lane: DraftLane) => void
  onRun: () => void
  onStop: () => void
  onRunAgain: () => void
}

/** Between what is asked and what is answered: start, stop, and the run in numbers. */
export function RaceBar(props: RaceBarProps) {
  const { draft, edit, feed, run, record, phase, running, busy, models, repeatsError, folded, onFold } = props
  const { t } = useTranslation('run')
  const readOnly = run !== null && !run.canChange
  const addLane = useRef<HTMLButtonElement>(null)
  useHotkey('l', () => addLane.current?.click())
  useHotkey('c', showComparison, { enabled: phase === 'ended' })
  return (
    <section
      aria-label={t('race.label')}
      className="flex h-12 min-w-0 shrink-0 items-center gap-2 border-b border-line bg-bg px-4 [contain:size_layout]"
    >
      {!readOnly && <RunButton disabled={running || busy} onRun={props.onRun} />}
      {running && !readOnly && <StopButton onStop={props.onStop} />}
      {feed && !readOnly && phase === 'ended' && (
        // In the place of the button that stops, so that the numbers beside it stay where they are.
        <Button onClick={props.onRunAgain} disabled={busy} className="min-w-29">
          <RotateCw aria-hidden className="size-3.5" />
          {t('race.again')}
        </Button>
      )}
      {feed && <RaceFacts feed={feed} phase={phase} />}
      <span className="grow" />
      {feed && phase === 'ended' && (
        <IconButton look="plain" label={t('race.compare')} hint={<Kbd>{KEY_COMPARE}</Kbd>} onClick={showComparison}>
          <ChartNoAxesColumn aria-hidden className="size-4" />
        </IconButton>
      )}
      {!readOnly && (
        <Repeats
          count={draft.iterations}
          error={repeatsError}
          onChange={(count) => edit({ type: 'iterations', count })}
        />
      )}
      {feed && <ExportMenu address={(ending) => runFile(feed.runId, ending)} iconOnly />}
      {run && !readOnly && <ShareButton record={record} />}
      {!readOnly && (
        <LanePicker draft={draft} models={models} edit={edit} onRemove={props.onRemove} align="end">
          <Button ref={addLane}>
            <Plus aria-hidden className="size-3.5" />
            {t('race.addLane')}
            <Kbd>{KEY_ADD}</Kbd>
          </Button>
        </LanePicker>
      )}
      {run && <RunMenu run={run} record={record} />}
      <IconButton
        label={folded ? t('race.unfold') : t('race.fold')}
        aria-expanded={!folded}
        onClick={onFold}
        className="-mr-2"
      >
        <ChevronDown aria-hidden className={cn('size-4', !folded && 'rotate-180')} />
      </IconButton>
    </section>
  )
}

const KEY_ADD = 'L'
const KEY_COMPARE = 'C'

import { showComparison } from '@/features/run/comparison/Comparison'
import { runFile } from '@/features/run/export/addresses'
import { ExportMenu } from '@/features/run/export/ExportMenu'
import type { FeedView, RunFeed } from '@/features/run/live/run-feed'
import { useFeed } from '@/features/run/live/use-run-feed'
import { RaceTimer } from '@/features/run/race/RaceFacts'
import { raceTotals } from '@/features/run/race/race-totals'
import { RunButton, StopButton } from '@/features/run/race/RunButton'
import { RunMenu } from '@/features/run/race/RunMenu'
import { ShareButton } from '@/features/run/race/ShareButton'
import type { RunRecord } from '@/features/run/live/run-state'
import type { RecordOfRun } from '@/features/run/live/use-record'
import { Button } from '@/ui/Button'
import { IconButton } from '@/ui/IconButton'
import { useFormat } from '@/ui/use-format'
import { ChartNoAxesColumn, RotateCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'

interface PhoneBarProps {
  feed: RunFeed | null
  run: RunRecord | null
  record: RecordOfRun
  phase: FeedView['phase']
  running: boolean
  busy: boolean
  folded: boolean
  onRun: () => void
  onStop: () => void
  onRunAgain: () => void
  /** From writing the question back to reading the answers. */
  onRead: () => void
}

/** On a phone: the race's buttons and sums, above the navigation and within reach of the thumb. */
export function PhoneBar(props: PhoneBarProps) {
  const { feed, run, record, phase, running, busy, folded, onRun, onStop, onRunAgain, onRead } = props
  const readOnly = run !== null && !run.canChange
  const { t } = useTranslation('run')
  return (
    <section
      aria-label={t('race.label')}
      className="flex h-13 shrink-0 items-center gap-3 border-t border-line bg-bg px-4"
    >
      {!readOnly && (running ? <StopButton onStop={onStop} /> : !folded && <RunButton disabled={busy} onRun={onRun} />)}
      <span className="min-w-0 grow truncate text-small text-ink-2 tabular-nums">{feed && <Sums feed={feed} />}</span>
      {feed && folded && !readOnly && phase === 'ended' && (
        <IconButton label={t('race.again')} look="plain" disabled={busy} onClick={onRunAgain}>
          <RotateCw aria-hidden className="size-4" />
        </IconButton>
      )}
      {feed && folded && phase === 'ended' && (
        <IconButton label={t('race.compare')} look="plain" onClick={showComparison}>
          <ChartNoAxesColumn aria-hidden className="size-4" />
        </IconButton>
      )}
      {feed && !folded && <Button onClick={onRead}>{t('race.answers')}</Button>}
      {feed && folded && <ExportMenu address={(ending) => runFile(feed.runId, ending)} iconOnly />}
      {run && folded && !readOnly && <ShareButton record={record} iconOnly />}
      {run && folded && <RunMenu run={run} record={record} />}
    </section>
  )
}

function Sums({ feed }: { feed: RunFeed }) {
  const { t } = useTranslation('run')
  const format = useFormat()
  const { tokens, cost, costIsEstimate } = raceTotals(useFeed(feed, (view) => view.summed))
  const words = tokens === null ? null : `${format.count(tokens)} ${t('race.tokens', { count: tokens })}`
  const price = cost === null ? null : (costIsEstimate ? '≈' : '') + format.cost(cost)
  const sums = [words, price].filter(Boolean).join(', ')
  return (
    <>
      <RaceTimer feed={feed} />
      {sums && `, ${sums}`}
    </>
  )
}

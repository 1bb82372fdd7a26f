import { AnswerDiff } from '@/features/run/comparison/AnswerDiff'
import { comparedLanes } from '@/features/run/comparison/compared-lanes'
import { CopyAnswers } from '@/features/run/comparison/CopyAnswers'
import { Notes } from '@/features/run/comparison/Notes'
import { Measures } from '@/features/run/comparison/Measures'
import { RepeatChoices, type RepeatChoice } from '@/features/run/comparison/RepeatChoices'
import { useStatistics } from '@/features/run/comparison/use-statistics'
import type { RunFeed } from '@/features/run/live/run-feed'
import type { RecordOfRun } from '@/features/run/live/use-record'
import { useFeed } from '@/features/run/live/use-run-feed'
import { memo, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

const ID = 'comparison'

/** Brings the comparison into sight, and the keyboard to it. */
export function showComparison(): void {
  const section = document.getElementById(ID)
  section?.focus({ preventScroll: true })
  section?.scrollIntoView({ behavior: 'smooth', block: 'start' })
}

/** Under the lanes: what a run's answers come to beside one another, once all have ended. It stands still while they race. */
export const Comparison = memo(({ feed, record }: { feed: RunFeed; record: RecordOfRun }) => {
  const canChange = useFeed(feed, (view) => view.state?.run.canChange ?? false)
  const winnerId = record.record?.winner?.id ?? null
  const { t } = useTranslation('run')
  const ended = useFeed(feed, (view) => view.phase === 'ended')
  const repeated = useFeed(feed, (view) =>
    (view.state?.run.iterations ?? 1) > 1 ? (view.state?.run.id ?? null) : null,
  )
  const whole = useFeed(feed, (view) => (view.phase === 'ended' ? view.state : null))
  const { choice, setChoice } = useChoice(feed)
  const statistics = useStatistics({ runId: repeated, ...choice, ended })
  // While it races, what stood when the statistics came: so seldom is often enough.
  const state = useMemo(() => whole ?? (statistics && feed.get().state), [whole, statistics, feed])
  const lanes = useMemo(() => (state ? comparedLanes(state) : null), [state])
  return (
    <section
      id={ID}
      tabIndex={-1}
      aria-labelledby={`${ID}-title`}
      className="border-t border-line-strong bg-surface px-4 pt-4 pb-8 outline-none"
    >
      <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={`${ID}-title`} className="text-section font-semibold">
          {t('comparison.title')}
        </h2>
        <p className="min-w-0 grow basis-72 text-small text-ink-3">
          {!state ? t('comparison.later') : t(state.run.iterations > 1 ? 'comparison.repeats' : 'comparison.single')}
        </p>
        {state && state.run.iterations > 1 && <RepeatChoices run={state.run} choice={choice} onChange={setChoice} />}
        {ended && state && lanes && <CopyAnswers run={state.run} lanes={lanes} />}
      </div>
      {state && lanes && (
        <>
          <Measures run={state.run} lanes={lanes} statistics={statistics} choice={choice} winnerId={winnerId} />
        </>
      )}
      <Notes key={record.record?.id} record={record} canChange={canChange} />
      {ended && lanes && <AnswerDiff lanes={lanes} />}
    </section>
  )
})
Comparison.displayName = 'Comparison'

const FIRST_IN_A_ROW = 3

/** What was chosen for this run; at first its first lane, and three in a row where there are as many. */
function useChoice(feed: RunFeed) {
  const iterations = useFeed(feed, (view) => view.state?.run.iterations ?? 1)
  const [chosen, setChosen] = useState<{ feed: RunFeed; choice: RepeatChoice } | null>(null)
  const first = { baseline: 0, inARow: Math.min(FIRST_IN_A_ROW, iterations) }
  const choice = chosen?.feed === feed ? chosen.choice : first
  return { choice, setChoice: (next: RepeatChoice) => setChosen({ feed, choice: next }) }
}

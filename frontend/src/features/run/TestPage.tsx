import { useDraft } from '@/features/run/composer/use-draft'
import { isFinal } from '@/features/run/live/run-state'
import { useFeed, useRunFeed } from '@/features/run/live/use-run-feed'
import { RunMissing, ServerUnreachable } from '@/features/run/EmptyScreens'
import { TestScreen } from '@/features/run/TestScreen'
import { TestSkeleton } from '@/features/run/TestSkeleton'
import { useOpenedPrompt } from '@/features/run/use-opened-prompt'
import { useModels } from '@/features/run/use-models'
import { useRace } from '@/features/run/use-race'
import { DocumentTitle } from '@/ui/DocumentTitle'
import { useTranslation } from 'react-i18next'
import { useMatch } from 'react-router'

/** The screen of `/test` and of `/runs/:id`: what is asked on top, the answers below. The address is the run. */
export function TestPage() {
  const { t } = useTranslation('run')
  const runId = useMatch('/runs/:id')?.params.id ?? null
  const feed = useRunFeed(runId)
  const phase = useFeed(feed, (view) => view.phase)
  const run = useFeed(feed, (view) => view.state?.run ?? null)
  const models = useModels()
  const { draft, edit, becameRun } = useDraft(runId, run, models.list)
  const race = useRace(draft, becameRun)
  useOpenedPrompt(edit)

  return (
    <div className="h-[calc(100dvh-var(--topbar)-var(--bottombar))] min-h-160 phone:min-h-0">
      <DocumentTitle title={run ? t('race.number', { number: run.number }) : t('title')} />
      {feed && phase === 'missing' ? (
        <RunMissing />
      ) : feed && phase === 'unreachable' ? (
        <ServerUnreachable onRetry={() => feed.again()} />
      ) : models.failed ? (
        <ServerUnreachable onRetry={models.retry} />
      ) : (feed && !run) || !models.list ? (
        <TestSkeleton />
      ) : (
        <TestScreen
          draft={draft}
          edit={edit}
          race={race}
          feed={feed}
          run={run}
          phase={phase}
          running={run !== null && !isFinal(run.status)}
          models={models.list}
          byId={models.byId}
        />
      )}
    </div>
  )
}

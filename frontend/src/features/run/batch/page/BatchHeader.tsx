import type { BatchView } from '@/features/run/batch/live/batch-feed'
import { isFinal, type BatchProgress, type BatchState } from '@/features/run/batch/live/batch-state'
import { elapsedMs, leftMs } from '@/features/run/batch/live/time-left'
import { BatchActions } from '@/features/run/batch/page/BatchActions'
import { BatchStatus } from '@/features/run/batch/page/BatchStatus'
import { ProgressBar } from '@/features/run/batch/page/ProgressBar'
import { ProgressWords } from '@/features/run/batch/page/ProgressWords'
import { connection } from '@/lib/connection'
import { DocumentTitle } from '@/ui/DocumentTitle'
import { StatusMark } from '@/ui/StatusMark'
import { useFormat } from '@/ui/use-format'
import { useNow } from '@/ui/use-now'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'

interface BatchHeaderProps {
  state: BatchState
  progress: BatchProgress
  phase: BatchView['phase']
}

/** What the batch is called, how far it is, and what can be done with it. */
export function BatchHeader({ state, progress, phase }: BatchHeaderProps) {
  const { t } = useTranslation('batch')
  const format = useFormat()
  const { head, shape } = state
  const title = head.name || t('page.unnamed', { time: format.minute(head.createdAt) })
  const running = !isFinal(head.status)
  return (
    <header className="shrink-0 px-(--gutter) pt-4 pb-3 phone:pt-3">
      <DocumentTitle title={title} />
      <div className="flex min-h-7 items-center gap-3 phone:min-h-9">
        <h1 className="min-w-0 truncate text-title font-semibold tracking-[-0.015em]" title={title}>
          {title}
        </h1>
        <span className="text-ink-3 tabular-nums phone:hidden">
          {t('page.messages', { count: shape.messages, text: format.count(shape.messages) })}
        </span>
        <BatchStatus status={head.status} />
        <Reconnecting phase={phase} />
        <span className="grow" />
        <BatchActions head={head} title={title} left={progress.pending + progress.running} />
      </div>
      <ProgressBar progress={progress} className="mt-2.5 mb-2" />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-0.5 text-ink-2 tabular-nums">
        <ProgressWords progress={progress} running={running} />
        <span className="grow phone:hidden" />
        <Times state={state} progress={progress} />
      </div>
    </header>
  )
}

function Times({ state, progress }: Omit<BatchHeaderProps, 'phase'>) {
  const { t } = useTranslation('batch')
  const format = useFormat()
  const running = !isFinal(state.head.status)
  const now = useNow(1_000, running)
  const elapsed = elapsedMs(state.head, now)
  const left = running ? leftMs(progress, elapsed) : null
  return (
    <span className="flex gap-4">
      <span>
        {t(running ? 'progress.elapsed' : 'progress.took')}{' '}
        <b className="font-semibold text-ink">{running ? format.elapsed(elapsed) : format.duration(elapsed)}</b>
      </span>
      {left !== null && (
        <span>{t('progress.left', { time: format.elapsed(Math.max(1_000, Math.round(left / 1_000) * 1_000)) })}</span>
      )}
    </span>
  )
}

function Reconnecting({ phase }: { phase: BatchView['phase'] }) {
  const { t } = useTranslation('batch')
  const socket = useSyncExternalStore(connection.subscribe, connection.get)
  if (phase === 'ended' || (phase !== 'lost' && socket !== 'lost')) return null
  return (
    <span role="status" className="flex items-center gap-1.5 whitespace-nowrap text-warn">
      <StatusMark kind="warning" />
      {t('progress.reconnecting')}
    </span>
  )
}

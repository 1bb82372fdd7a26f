import type { PromptRecord } from '@/features/prompt/editor/use-save'
import { LabelBadge } from '@/features/prompt/LabelBadge'
import type { ShowView } from '@/features/prompt/use-prompt-view'
import type { VersionActions } from '@/features/prompt/versions/use-version-actions'
import type { TimelineVersion } from '@/features/prompt/versions/use-versions'
import { VersionMenu } from '@/features/prompt/versions/VersionMenu'
import { cn } from '@/lib/cn'
import { useAgo } from '@/ui/use-ago'
import { useFormat } from '@/ui/use-format'
import { Tooltip } from '@/ui/Tooltip'
import { useTranslation } from 'react-i18next'

interface VersionRowProps {
  prompt: PromptRecord
  version: TimelineVersion
  compared: { from: number; to: number } | null
  actions: VersionActions
  show: ShowView
  onLabels: () => void
}

/** A version: what points at it, why it was made, by whom and when, and what came of it. All of it compares it with the one before. */
export function VersionRow({ prompt, version, compared, actions, show, onLabels }: VersionRowProps) {
  const { t } = useTranslation('prompt')
  const format = useFormat()
  const ago = useAgo()
  const { number, message, author, createdAt } = version
  const isFrom = compared?.from === number
  const isTo = compared?.to === number
  const labels = prompt.labels.filter((label) => label.version.number === number)
  const compare = () => show({ kind: 'compare', from: Math.max(1, number - 1), to: number, split: true })
  return (
    <li
      className={cn(
        'relative rounded-m py-2 pr-1 pl-9 phone:pl-8',
        'before:absolute before:top-0 before:bottom-0 before:left-[15px] before:w-px before:bg-line-strong first:before:top-4 last:before:bottom-[calc(100%-16px)]',
        isFrom || isTo ? 'bg-hover' : 'hover:bg-hover/60',
      )}
    >
      <span
        aria-hidden
        className={cn(
          'absolute top-3.5 left-[11px] size-[9px] rounded-full border-2 bg-surface',
          isFrom || isTo ? 'border-accent' : 'border-line-control',
          isTo && 'bg-accent',
        )}
      />
      <div className="flex min-h-6 flex-wrap items-center gap-1.5 pr-7">
        <button
          type="button"
          aria-current={isTo || undefined}
          aria-label={t('versions.compare', { number })}
          onClick={compare}
          className="rounded-s font-semibold tabular-nums after:absolute after:inset-0 after:rounded-m"
        >
          {`v${number}`}
        </button>
        {labels.map(({ name }) => (
          <LabelBadge key={name} name={name} />
        ))}
        {number === prompt.currentVersion.number && (
          <span className="text-label text-ink-3">{t('versions.newest')}</span>
        )}
      </div>
      {message && <p className="prose-wrap wrap-anywhere">{message}</p>}
      <p className="text-small text-ink-3 tabular-nums">
        {author && `${author.name}, `}
        <time dateTime={createdAt} title={format.moment(createdAt)}>
          {ago(createdAt)}
        </time>
      </p>
      <Usage usage={version.usage} />
      <div className="absolute top-2 right-1 z-1">
        <VersionMenu prompt={prompt} version={version} actions={actions} show={show} onLabels={onLabels} />
      </div>
    </li>
  )
}

/** What came of the runs with a version; nothing where there were none. */
function Usage({ usage }: { usage: TimelineVersion['usage'] }) {
  const { t } = useTranslation('prompt')
  const format = useFormat()
  const { runCount, medianLatencyMs, failureRate } = usage
  if (runCount === 0) return null
  return (
    <p className="flex flex-wrap gap-x-2 text-small text-ink-3 tabular-nums">
      <span>{t('usage.runs', { count: runCount, number: format.count(runCount) })}</span>
      {medianLatencyMs !== null && (
        <Tooltip text={t('usage.medianDefinition')}>
          <span className="relative z-1">{t('usage.median', { latency: format.duration(medianLatencyMs) })}</span>
        </Tooltip>
      )}
      {failureRate !== null && (
        <Tooltip text={t('usage.failedDefinition')}>
          <span className={cn('relative z-1', failureRate > 0 && 'text-bad')}>
            {t('usage.failed', {
              share: format.decimal(failureRate * 100, failureRate > 0 && failureRate < 0.1 ? 1 : 0),
            })}
          </span>
        </Tooltip>
      )}
    </p>
  )
}

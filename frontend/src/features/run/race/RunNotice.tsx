import type { RunRecord } from '@/features/run/live/run-state'
import type { RecordOfRun } from '@/features/run/live/use-record'
import { useRemoveRuns } from '@/features/run/live/use-remove-runs'
import { Button } from '@/ui/Button'
import { Eye, RotateCw, SquarePen, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

interface RunNoticeProps {
  run: RunRecord
  record: RecordOfRun
  busy: boolean
  onRunAgain: () => void
}

/** That the run is somebody else's, and what its reader can do with it; or that it was removed. */
export function RunNotice({ run, record, busy, onRunAgain }: RunNoticeProps) {
  if (!run.canChange) return <OfSomebody run={run} busy={busy} onRunAgain={onRunAgain} />
  if (record.record && record.record.removedAt !== null) return <Removed run={run} />
  return null
}

const BAR = 'flex min-h-10 shrink-0 flex-wrap items-center gap-2 border-b border-line bg-sunken px-4 py-1.5'

function OfSomebody({ run, busy, onRunAgain }: Omit<RunNoticeProps, 'record'>) {
  const { t } = useTranslation('run')
  const navigate = useNavigate()
  return (
    <section aria-label={t('foreign.label')} className={BAR}>
      <Eye aria-hidden className="size-4 shrink-0 text-ink-3" />
      <p className="min-w-0 grow prose-wrap">
        {run.owner ? t('foreign.text', { name: run.owner.name }) : t('foreign.gone')}
      </p>
      <Button size="small" onClick={() => void navigate('/test')}>
        <SquarePen aria-hidden className="size-3.5" />
        {t('race.openInNew')}
      </Button>
      <Button size="small" disabled={busy} onClick={onRunAgain}>
        <RotateCw aria-hidden className="size-3.5" />
        {t('foreign.again')}
      </Button>
    </section>
  )
}

function Removed({ run }: { run: RunRecord }) {
  const { t } = useTranslation('run')
  const { restore } = useRemoveRuns()
  return (
    <section aria-label={t('removed.label')} className={BAR}>
      <Trash2 aria-hidden className="size-4 shrink-0 text-ink-3" />
      <p className="min-w-0 grow">{t('removed.text')}</p>
      <Button size="small" onClick={() => void restore([run.id])}>
        {t('removed.restore')}
      </Button>
    </section>
  )
}

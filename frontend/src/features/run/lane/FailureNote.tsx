import type { ResultRecord } from '@/features/run/live/run-state'
import { Button } from '@/ui/Button'
import { RotateCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

interface FailureNoteProps {
  error: NonNullable<ResultRecord['error']>
  onRunAgain: () => void
  busy: boolean
}

/** What happened, what to do, and buttons that do it. The code itself stands in the lane's foot. */
export function FailureNote({ error, onRunAgain, busy }: FailureNoteProps) {
  const { t } = useTranslation('run')
  const atTheServer = error.code.startsWith('UPSTREAM')
  return (
    <div className="prose-wrap">
      <div className="border-l-2 border-bad pl-3">
        <h3 className="font-semibold text-bad">{t(`failure.${error.code}.what`)}</h3>
        <p>{error.message}</p>
      </div>
      <p className="mt-4 font-semibold">{t('failure.todo')}</p>
      <p className="mt-1">{t(`failure.${error.code}.todo`)}</p>
      <p className="mt-3 flex flex-wrap items-center gap-3">
        <Button onClick={onRunAgain} disabled={busy}>
          <RotateCw aria-hidden className="size-3.5" />
          {t('failure.runAgain')}
        </Button>
        {atTheServer && (
          <Link to="/models" className="text-accent hover:underline hover:underline-offset-2">
            {t('failure.models')}
          </Link>
        )}
      </p>
    </div>
  )
}

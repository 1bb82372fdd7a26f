import { ResultMark } from '@/features/run/lane/AnswerMark'
import { standingKey, stageOf } from '@/features/run/lane/lane-view'
import type { ResultState } from '@/features/run/live/run-state'
import { cn } from '@/lib/cn'
import { IconButton } from '@/ui/IconButton'
import { ChevronLeft, ChevronRight, Crown } from 'lucide-react'
import { useTranslation } from 'react-i18next'

const AS_BUTTONS = 8

interface IterationsProps {
  results: readonly ResultState[]
  shown: number
  winnerId: string | null
  onShow: (index: number) => void
}

/** Which of a lane's repeats is shown, each with its state. Few are buttons; many are walked through. */
export function Iterations({ results, shown, winnerId, onShow }: IterationsProps) {
  const { t } = useTranslation('run')
  const few = results.length <= AS_BUTTONS
  return (
    <div
      role="group"
      aria-label={t('iterations.label')}
      className="flex h-8 shrink-0 items-center gap-1 border-b border-line px-3 text-small text-ink-2"
    >
      {few ? (
        results.map((result, index) => (
          <button
            key={result.record.id}
            type="button"
            aria-pressed={index === shown}
            aria-label={t('iterations.one', {
              number: index + 1,
              state: t(`state.${standingKey(stageOf(result), result.record.hasPassed)}`),
            })}
            onClick={() => onShow(index)}
            className={cn(
              'flex h-6 items-center gap-1 rounded-s px-1.5 tabular-nums',
              index === shown ? 'bg-hover text-ink' : 'hover:bg-hover',
            )}
          >
            {index + 1}
            <ResultMark result={result} />
            {result.record.id === winnerId && <Crown aria-hidden className="size-3 fill-current text-warn" />}
          </button>
        ))
      ) : (
        <>
          <IconButton small label={t('iterations.previous')} disabled={shown === 0} onClick={() => onShow(shown - 1)}>
            <ChevronLeft aria-hidden className="size-4" />
          </IconButton>
          <span className="tabular-nums">{t('iterations.place', { number: shown + 1, count: results.length })}</span>
          <ResultMark result={results[shown]} />
          <IconButton
            small
            label={t('iterations.next')}
            disabled={shown === results.length - 1}
            onClick={() => onShow(shown + 1)}
          >
            <ChevronRight aria-hidden className="size-4" />
          </IconButton>
        </>
      )}
    </div>
  )
}

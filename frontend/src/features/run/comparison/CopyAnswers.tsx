import { answersMarkdown } from '@/features/run/comparison/answers-markdown'
import type { ComparedLane } from '@/features/run/comparison/compared-lanes'
import { useMetricText } from '@/features/run/comparison/use-metric-text'
import { laneOf } from '@/features/run/composer/draft-of-run'
import { useOwnWords } from '@/features/run/lane/use-own-words'
import type { RunRecord } from '@/features/run/live/run-state'
import { copyText } from '@/lib/clipboard'
import { Button } from '@/ui/Button'
import { Copy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'

interface CopyAnswersProps {
  run: RunRecord
  lanes: readonly ComparedLane[]
}

/** Copies all answers with their numbers, as Markdown. */
export function CopyAnswers({ run, lanes }: CopyAnswersProps) {
  const { t } = useTranslation('run')
  const value = useMetricText()
  const ownWords = useOwnWords()
  const copy = async () => {
    const text = answersMarkdown(run.userMessage, lanes, {
      title: t('race.number', { number: run.number }),
      lane: t('comparison.lane'),
      metric: (metric) => t(`comparison.${metric}`),
      value,
      own: ({ record }) => ownWords(laneOf(run, record)),
      repeat: (number) => (run.iterations > 1 ? t('comparison.repeat', { number }) : null),
      empty: t('comparison.noText'),
    })
    if (await copyText(text)) toast.success(t('comparison.copiedAll'))
    else toast.error(t('lane.notCopied'))
  }
  return (
    <Button onClick={() => void copy()}>
      <Copy aria-hidden className="size-3.5" />
      {t('comparison.copyAll')}
    </Button>
  )
}

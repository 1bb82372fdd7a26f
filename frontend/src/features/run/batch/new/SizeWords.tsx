import type { BatchSize } from '@/features/run/batch/draft/batch-input'
import { cn } from '@/lib/cn'
import { useFormat } from '@/ui/use-format'
import { useTranslation } from 'react-i18next'

/** How much a batch is: "100 messages × 4 models × 2 = 800 answers". */
export function SizeWords({ size, isTooMuch }: { size: BatchSize; isTooMuch: boolean }) {
  const { t } = useTranslation('batch')
  const format = useFormat()
  const { messages, models, repeats, answers } = size
  return (
    <output className={cn('px-1 tabular-nums phone:order-last phone:w-full', isTooMuch ? 'text-bad' : 'text-ink-2')}>
      {t(repeats === 1 ? 'new.answersOnce' : 'new.answers', {
        messages: t('new.messages', { count: messages, text: format.count(messages) }),
        models: t('new.models', { count: models }),
        repeats: format.count(repeats),
        answers: t('new.total', { count: answers, text: format.count(answers) }),
      })}
    </output>
  )
}

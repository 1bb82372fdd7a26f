import type { BatchAnswersQuery } from '@/__generated__/graphql'
import { isFinal } from '@/features/run/batch/live/batch-state'
import { tokensOf } from '@/features/run/batch/live/lane-summary'
import { FieldError } from '@/ui/Field'
import { Markdown } from '@/ui/markdown/Markdown'
import { Skeleton } from '@/ui/Skeleton'
import { StatusMark } from '@/ui/StatusMark'
import { useFormat } from '@/ui/use-format'
import { useTranslation } from 'react-i18next'

type WholeAnswer = NonNullable<BatchAnswersQuery['run']>['results'][number]

interface AnswerBodyProps {
  message: string
  /** Null while it is on its way. */
  answer: WholeAnswer | null
  isMissing: boolean
}

/** What was asked, the numbers, and the text. */
export function AnswerBody({ message, answer, isMissing }: AnswerBodyProps) {
  const { t } = useTranslation('batch')
  return (
    <div tabIndex={-1} className="min-h-0 grow overflow-y-auto px-5 py-4 phone:px-4">
      <h3 className="text-label font-medium text-ink-3">{t('answer.message')}</h3>
      <p className="mt-0.5 mb-4 max-h-40 overflow-y-auto prose-wrap whitespace-pre-wrap text-ink-2">{message}</p>
      {answer ? (
        <>
          {isFinal(answer.status) && <Numbers answer={answer} />}
          <Verdict answer={answer} />
          <Text answer={answer} />
        </>
      ) : isMissing ? (
        <FieldError>{t('answer.failed')}</FieldError>
      ) : (
        <div role="status" aria-label={t('answer.loading')} className="flex flex-col gap-2">
          <Skeleton className="h-9 w-full" />
          <Skeleton className="h-4 w-11/12" />
          <Skeleton className="h-4 w-4/5" />
        </div>
      )}
    </div>
  )
}

function Numbers({ answer }: { answer: WholeAnswer }) {
  const { t } = useTranslation('batch')
  const format = useFormat()
  const { timings, usage } = answer
  const speed = format.speed(timings?.tokensPerSecond)
  const numbers = [
    ['latency', format.duration(timings?.latencyMs)],
    ['firstToken', format.millis(timings?.timeToFirstTokenMs)],
    ['speed', `${speed.value} ${speed.unit}`.trim()],
    ['tokens', format.count(tokensOf(answer))],
    ['cost', format.cost(usage?.cost)],
  ] as const
  return (
    <dl className="mb-4 flex flex-wrap gap-x-5 gap-y-2 tabular-nums">
      {numbers.map(([name, value]) => (
        <div key={name}>
          <dt className="text-label text-ink-3">{t(`answer.${name}`)}</dt>
          <dd className="font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Verdict({ answer: { hasPassed, checkMessage } }: { answer: WholeAnswer }) {
  const { t } = useTranslation('batch')
  if (hasPassed === null) return null
  return (
    <p className="mb-3 flex items-start gap-1.5 text-small text-ink-2">
      <StatusMark kind={hasPassed ? 'done' : 'warning'} className="mt-0.5" />
      <span>{[t(hasPassed ? 'answer.passes' : 'answer.fails'), checkMessage].filter(Boolean).join(': ')}</span>
    </p>
  )
}

function Text({ answer: { status, error, text } }: { answer: WholeAnswer }) {
  const { t } = useTranslation('batch')
  return (
    <>
      {error && <p className="mb-3 border-l-2 border-bad pl-3 prose-wrap text-bad">{error.message}</p>}
      {!isFinal(status) && <p className="text-ink-3">{t('answer.waiting')}</p>}
      {status === 'CANCELLED' && <p className="mb-3 text-ink-3">{t('answer.stopped')}</p>}
      {text !== '' && isFinal(status) && <Markdown text={text} />}
      {text === '' && status === 'COMPLETED' && <p className="text-ink-3">{t('answer.none')}</p>}
    </>
  )
}

import { isFinal, type Answer } from '@/features/run/batch/live/batch-state'
import { medianLatency, tokensOf } from '@/features/run/batch/live/lane-summary'
import { MARKS } from '@/features/run/batch/page/BatchStatus'
import { cn } from '@/lib/cn'
import { laneLetter } from '@/lib/lane'
import { Skeleton } from '@/ui/Skeleton'
import { StatusMark, type MarkKind } from '@/ui/StatusMark'
import { useFormat } from '@/ui/use-format'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface GridCellProps {
  /** The message's, from 1. */
  number: number
  /** The lane's position. */
  lane: number
  /** The lane's answers to this message. */
  answers: readonly Answer[]
  hasCheck: boolean
  onOpen: () => void
}

/** What a lane answered, in two lines. A press opens the whole of it. */
export function GridCell(props: GridCellProps) {
  const { answers } = props
  const [only] = answers
  if (!only) return null
  return answers.length === 1 ? <One {...props} answer={only} /> : <Several {...props} />
}

function One({ number, lane, answer, onOpen }: GridCellProps & { answer: Answer }) {
  const { t } = useTranslation('batch')
  const format = useFormat()
  const { status, error, start, timings, hasPassed } = answer
  const state = t(`status.${status}`)
  const tokens = tokensOf(answer)
  const numbers =
    status === 'COMPLETED'
      ? [format.duration(timings?.latencyMs), t('grid.tokens', { count: tokens ?? 0, text: format.count(tokens) })]
      : []
  return (
    <Shell
      lane={lane}
      label={t('grid.open', { number, letter: laneLetter(lane), state })}
      mark={hasPassed === false ? 'warning' : MARKS[status]}
      bad={status === 'FAILED'}
      numbers={hasPassed === false ? [...numbers, t('grid.doesNotPass')] : numbers}
      onOpen={onOpen}
    >
      {status === 'FAILED' ? (
        error?.message
      ) : status === 'COMPLETED' ? (
        <Start text={start} />
      ) : (
        <span aria-hidden>{state}</span>
      )}
    </Shell>
  )
}

function Start({ text }: { text: string | null }) {
  const { t } = useTranslation('batch')
  if (text === null) return <Skeleton className="mt-1 h-3 w-4/5" />
  return text === '' ? t('grid.noText') : text
}

/** Of repeats: how many have ended, and what they come to. */
function Several({ number, lane, answers, hasCheck, onOpen }: GridCellProps) {
  const { t } = useTranslation('batch')
  const format = useFormat()
  const ended = answers.filter(({ status }) => isFinal(status)).length
  const failed = answers.filter(({ status }) => status === 'FAILED').length
  const passed = answers.filter(({ hasPassed }) => hasPassed).length
  const numbers = [t('grid.median', { time: format.duration(medianLatency(answers)) })]
  if (hasCheck) numbers.push(t('grid.passed', { passed }))
  if (failed > 0) numbers.push(t('grid.failed', { text: format.count(failed) }))
  return (
    <Shell
      lane={lane}
      label={t('grid.openDone', { number, letter: laneLetter(lane), done: ended, total: answers.length })}
      mark={markOf(answers, ended, failed)}
      bad={failed === answers.length}
      numbers={numbers}
      onOpen={onOpen}
    >
      <span className="font-medium tabular-nums">{`${ended}/${answers.length}`}</span>
    </Shell>
  )
}

function markOf(answers: readonly Answer[], ended: number, failed: number): MarkKind {
  if (failed === answers.length) return 'failed'
  if (ended === answers.length) {
    if (failed > 0) return 'warning'
    return answers.every(({ status }) => status === 'CANCELLED') ? 'stopped' : 'done'
  }
  return ended > 0 || answers.some(({ status }) => status === 'RUNNING') ? 'live' : 'waiting'
}

interface ShellProps {
  lane: number
  label: string
  mark: MarkKind
  bad: boolean
  numbers: readonly string[]
  onOpen: () => void
  children: ReactNode
}

function Shell({ lane, label, mark, bad, numbers, onOpen, children }: ShellProps) {
  return (
    <button
      type="button"
      data-lane={lane % 8}
      onClick={onOpen}
      className="flex h-13 w-full items-start gap-2 px-3 py-1.5 text-left -outline-offset-2 hover:bg-hover"
    >
      <span className="mt-0.5 grid h-4 w-3.5 shrink-0 place-items-center">
        <StatusMark kind={mark} />
      </span>
      <span className="min-w-0 grow">
        <span className="sr-only">{label}</span>
        <span
          className={cn(
            'block truncate',
            bad ? 'text-bad' : mark === 'waiting' || mark === 'stopped' ? 'text-ink-3' : 'text-ink',
          )}
        >
          {children}
        </span>
        <span className="flex h-4 gap-x-3 overflow-hidden text-small whitespace-nowrap text-ink-3 tabular-nums">
          {numbers.map((number) => (
            <span key={number}>{number}</span>
          ))}
        </span>
      </span>
    </button>
  )
}

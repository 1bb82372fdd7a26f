import {
  MOST_ANSWERS,
  MOST_BYTES,
  MOST_MESSAGES,
  sizeOf,
  sizeOfItems,
  sizeProblem,
} from '@/features/run/batch/draft/batch-input'
import type { BatchItems } from '@/features/run/batch/draft/use-batch-items'
import { SizeWords } from '@/features/run/batch/new/SizeWords'
import type { Draft } from '@/features/run/composer/draft'
import type { DraftAction } from '@/features/run/composer/draft-reducer'
import { LanePicker } from '@/features/run/lane/LanePicker'
import { Repeats } from '@/features/run/race/Repeats'
import type { RunnableModel } from '@/features/run/use-models'
import { Button } from '@/ui/Button'
import { FieldError } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { Kbd } from '@/ui/Kbd'
import { useFormat } from '@/ui/use-format'
import { useHotkey } from '@/ui/use-hotkey'
import { Play, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

const ON_A_MAC = typeof navigator !== 'undefined' && /mac/i.test(navigator.userAgent)
const KEY_START = ON_A_MAC ? '⌘↵' : 'Ctrl ↵'

const MEGABYTE = 1_048_576

interface StartBarProps {
  draft: Draft
  edit: (action: DraftAction) => void
  models: readonly RunnableModel[]
  batch: BatchItems
  busy: boolean
  onStart: () => void
}

/** Between what is asked with and the messages: start, and how much that would be. */
export function StartBar({ draft, edit, models, batch, busy, onStart }: StartBarProps) {
  const { t } = useTranslation('batch')
  const { source, change, items, problems } = batch
  const [tried, setTried] = useState(false)
  const ofItems = useMemo(() => sizeOfItems(items), [items])
  const size = useMemo(() => sizeOf(ofItems, draft), [ofItems, draft])
  const tooMuch = sizeProblem(size, source.name)
  const problem = problems.length > 0 && !source.leavesOut ? 'badLines' : tooMuch
  const isTold = problem !== null && (tried || (problem !== 'noMessages' && problem !== 'badLines'))

  const start = () => {
    setTried(problem !== null)
    if (problem === null) onStart()
  }
  useHotkey('Enter', start, { mod: true, enabled: !busy })
  return (
    <section aria-label={t('new.title')} className="border-b border-line bg-bg px-4 py-2">
      <div className="flex min-h-8 flex-wrap items-center gap-x-2 gap-y-2">
        <Button look="primary" aria-disabled={busy} onClick={busy ? undefined : start}>
          <Play aria-hidden className="size-3.5 fill-current" />
          {t(busy ? 'new.starting' : 'new.start')}
          <Kbd>{KEY_START}</Kbd>
        </Button>
        <Input
          aria-label={t('new.name')}
          placeholder={t('new.namePlaceholder')}
          autoComplete="off"
          aria-invalid={tooMuch === 'nameTooLong'}
          value={source.name}
          onChange={(event) => change({ name: event.target.value })}
          className="w-52 phone:w-0 phone:grow"
        />
        <SizeWords size={size} isTooMuch={tooMuch !== null && tooMuch !== 'noMessages'} />
        <span className="grow phone:hidden" />
        <Repeats count={draft.iterations} error={undefined} onChange={(count) => edit({ type: 'iterations', count })} />
        <LanePicker
          draft={draft}
          models={models}
          edit={edit}
          onRemove={({ slot }) => edit({ type: 'removeLane', slot })}
          align="end"
        >
          <Button>
            <Plus aria-hidden className="size-3.5" />
            {t('new.addLane')}
          </Button>
        </LanePicker>
      </div>
      {isTold && (
        <div className="mt-1.5">
          <ProblemWords problem={problem} size={size} />
        </div>
      )}
    </section>
  )
}

type BatchProblem = 'badLines' | NonNullable<ReturnType<typeof sizeProblem>>

function ProblemWords({ problem, size }: { problem: BatchProblem; size: ReturnType<typeof sizeOf> }) {
  const { t } = useTranslation('batch')
  const format = useFormat()
  const numbers = {
    tooManyMessages: [MOST_MESSAGES, size.messages],
    tooManyAnswers: [MOST_ANSWERS, size.answers],
    tooLarge: [MOST_BYTES / MEGABYTE, Math.ceil(size.bytes / MEGABYTE)],
    noMessages: [0, 0],
    badLines: [0, 0],
    nameTooLong: [0, 0],
  } as const
  const [most, is] = numbers[problem]
  return <FieldError>{t(`problem.${problem}`, { most: format.count(most), number: format.count(is) })}</FieldError>
}

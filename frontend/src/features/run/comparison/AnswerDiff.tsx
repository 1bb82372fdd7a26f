import { AnswerPick, type Answer } from '@/features/run/comparison/AnswerPick'
import type { ComparedLane } from '@/features/run/comparison/compared-lanes'
import { countChanges, diffLines } from '@/lib/text-diff'
import { DiffView } from '@/ui/diff/DiffView'
import { Segments } from '@/ui/Segments'
import { usePhone } from '@/ui/use-media'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

const VIEWS = ['split', 'inline'] as const

interface AnswerDiffProps {
  lanes: readonly ComparedLane[]
  /** Those of another run, for the right side; absent where both sides are of one run. */
  rightLanes?: readonly ComparedLane[]
  /** What the two runs are called, where there are two. */
  names?: readonly [string, string]
}

/** Any two answers, line by line and word by word. */
export function AnswerDiff({ lanes, rightLanes, names }: AnswerDiffProps) {
  const { t } = useTranslation('run')
  const phone = usePhone()
  const [leftRun, rightRun] = names ?? []
  const answers = useMemo(() => answersOf(lanes, leftRun), [lanes, leftRun])
  const others = useMemo(
    () => (rightLanes ? answersOf(rightLanes, rightRun) : answers),
    [rightLanes, answers, rightRun],
  )
  const [view, setView] = useState<(typeof VIEWS)[number]>('split')
  const [chosen, setChosen] = useState<readonly [string | null, string | null]>([null, null])
  const left = answers.find(({ id }) => id === chosen[0]) ?? answers[0]
  const right =
    others.find(({ id }) => id === chosen[1]) ?? (rightLanes ? sameLane(others, left) : counterpart(answers, left))
  const rows = useMemo(() => (left && right ? diffLines(left.text, right.text) : []), [left, right])
  if (!left || !right) return null

  const counts = countChanges(rows)
  const same = rows.every(({ kind }) => kind === 'same')
  const split = view === 'split' && !phone
  return (
    <section aria-labelledby="diff-title" className="mt-6 border-t border-line-strong pt-4">
      <div className="mb-2 flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1">
        <h3 id="diff-title" className="text-section font-semibold">
          {t('diff.title')}
        </h3>
        <p role="status" className="min-w-0 grow text-small text-ink-3 tabular-nums">
          {same ? t('diff.same') : t('diff.counts', { ...counts })}
        </p>
        {!phone && (
          <Segments
            label={t('diff.view')}
            value={view}
            options={VIEWS.map((option) => [option, t(`diff.${option}`)] as const)}
            onChange={setView}
          />
        )}
      </div>
      <div className="overflow-hidden rounded-m border border-line">
        <div className="grid grid-cols-2 divide-x divide-line border-b border-line bg-bg phone:grid-cols-1 phone:divide-x-0 phone:divide-y">
          <AnswerPick
            label={t('diff.left')}
            answers={answers}
            answer={left}
            onPick={(id) => setChosen([id, right.id])}
          />
          <AnswerPick
            label={t('diff.right')}
            answers={others}
            answer={right}
            onPick={(id) => setChosen([left.id, id])}
          />
        </div>
        <DiffView rows={rows} split={split} label={t('diff.title')} />
      </div>
    </section>
  )
}

/** Those with a text, whole or not, by lane and then by repeat. */
function answersOf(lanes: readonly ComparedLane[], run?: string): Answer[] {
  return lanes.flatMap(({ record, results }) =>
    results
      .filter((result) => result.record.text !== '')
      .map((result) => ({
        id: result.record.id,
        position: record.position,
        name: run === undefined ? record.modelSnapshot.name : `${record.modelSnapshot.name}, ${run}`,
        model: record.modelSnapshot.modelName,
        iteration: results.length > 1 ? result.record.iteration : null,
        text: result.record.text,
      })),
  )
}

/** Of another run: the first answer of the same model; the first of all where there is none. */
function sameLane(others: readonly Answer[], left: Answer | undefined): Answer | undefined {
  return others.find(({ model }) => model === left?.model) ?? others[0]
}

/** What an answer is compared with at first: the next lane's, or the next repeat where there is no other lane. */
function counterpart(answers: readonly Answer[], left: Answer | undefined): Answer | undefined {
  return answers.find(({ position }) => position !== left?.position) ?? answers.find(({ id }) => id !== left?.id)
}

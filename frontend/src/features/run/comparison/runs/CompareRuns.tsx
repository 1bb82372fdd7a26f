import { AnswerDiff } from '@/features/run/comparison/AnswerDiff'
import { comparedLanes } from '@/features/run/comparison/compared-lanes'
import { AskedTable } from '@/features/run/comparison/runs/AskedTable'
import { PairTable } from '@/features/run/comparison/runs/PairTable'
import { pairLanes } from '@/features/run/comparison/runs/pair-lanes'
import { stateOf } from '@/features/run/live/run-reducer'
import type { RunRecord } from '@/features/run/live/run-state'
import { PageBody } from '@/ui/PageBody'
import { PageTitle } from '@/ui/PageTitle'
import { useFormat } from '@/ui/use-format'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** Two runs beside one another: what was asked, the numbers lane by lane, and any answer of one against any of the other. */
export function CompareRuns({ a, b }: { a: RunRecord; b: RunRecord }) {
  const { t } = useTranslation('run')
  const lanesA = useMemo(() => comparedLanes(stateOf(a)), [a])
  const lanesB = useMemo(() => comparedLanes(stateOf(b)), [b])
  const pairs = useMemo(() => pairLanes(lanesA, lanesB), [lanesA, lanesB])
  return (
    <PageBody>
      <PageTitle title={t('runs.pageTitle', { a: a.number, b: b.number })} />
      <AskedTable a={a} b={b} />
      <PairTable
        pairs={pairs}
        names={[t('race.number', { number: a.number }), t('race.number', { number: b.number })]}
      />
      <AnswerDiff
        lanes={lanesA}
        rightLanes={lanesB}
        names={[t('race.number', { number: a.number }), t('race.number', { number: b.number })]}
      />
    </PageBody>
  )
}

/** A run's number, which leads to it, and when it was asked. */
export function RunHead({ run }: { run: RunRecord }) {
  const { t } = useTranslation('run')
  const format = useFormat()
  return (
    <>
      <Link to={`/runs/${run.id}`} className="font-semibold text-accent tabular-nums hover:underline">
        {t('race.number', { number: run.number })}
      </Link>
      <span className="ml-2 font-normal text-ink-3 tabular-nums">{format.minute(run.createdAt)}</span>
    </>
  )
}

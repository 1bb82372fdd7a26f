import type { PromptRecord } from '@/features/prompt/editor/use-save'
import { runsLink } from '@/features/prompt/versions/links'
import type { TimelineVersion } from '@/features/prompt/versions/use-versions'
import { useFormat } from '@/ui/use-format'
import { Term } from '@/ui/Term'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

interface UsageComparedProps {
  prompt: PromptRecord
  compared: { from: number; to: number }
}

/** What came of the runs with either version. */
export function UsageCompared({ prompt, compared }: UsageComparedProps) {
  const { t } = useTranslation('prompt')
  const format = useFormat()
  const versions = [compared.from, compared.to].map((number) => prompt.versions.find((one) => one.number === number))
  const [before, after] = versions
  if (!before || !after) return null
  const both = (show: (usage: TimelineVersion['usage']) => string) =>
    show(before.usage) === show(after.usage)
      ? show(before.usage)
      : t('usage.fromTo', { from: show(before.usage), to: show(after.usage) })
  return (
    <dl className="mt-6 grid grid-cols-3 divide-x divide-line border-t border-line phone:grid-cols-1 phone:divide-x-0">
      <Measure
        name={t('usage.runsOf', { from: before.number, to: after.number })}
        definition={t('usage.runsDefinition')}
        value={both(({ runCount }) => format.count(runCount))}
      >
        {[...new Set([before, after])].map(({ id, number }) => (
          <Link key={id} to={runsLink(prompt.id, id)} className="mr-3 rounded-s text-accent hover:underline">
            {t('usage.showOf', { number })}
          </Link>
        ))}
      </Measure>
      <Measure
        name={t('usage.medianName')}
        definition={t('usage.medianDefinition')}
        value={both(({ medianLatencyMs }) => format.duration(medianLatencyMs))}
      />
      <Measure
        name={t('usage.failedName')}
        definition={t('usage.failedDefinition')}
        value={both(({ failureRate }) => (failureRate === null ? '–' : `${format.decimal(failureRate * 100, 1)} %`))}
      />
    </dl>
  )
}

interface MeasureProps {
  name: string
  definition: string
  value: string
  children?: ReactNode
}

function Measure({ name, definition, value, children }: MeasureProps) {
  return (
    <div className="px-4 py-3 first:pl-0 phone:px-0 phone:py-2">
      <dt className="text-label text-ink-3">
        <Term definition={definition}>{name}</Term>
      </dt>
      <dd className="font-semibold tabular-nums">{value}</dd>
      {children && <dd className="text-small">{children}</dd>}
    </div>
  )
}

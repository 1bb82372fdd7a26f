import { RunHead } from '@/features/run/comparison/runs/CompareRuns'
import { askedRows, type AskedRow } from '@/features/run/comparison/runs/asked-rows'
import type { RunRecord } from '@/features/run/live/run-state'
import { cn } from '@/lib/cn'
import { NONE } from '@/lib/format'
import { useTranslation } from 'react-i18next'

/** What both runs asked, side by side; what differs is tinted. */
export function AskedTable({ a, b }: { a: RunRecord; b: RunRecord }) {
  const { t } = useTranslation('run')
  const nameOf = (name: AskedRow['name']) => {
    if (name === 'message') return t('message.title')
    if (name === 'systemPrompt') return t('systemPrompt.title')
    if (name === 'iterations') return t('repeats.label')
    if (name === 'check') return t('check.title')
    return t(`parameters.${name}`)
  }
  const checkWords = ({ kind, value, ignoreCase }: NonNullable<RunRecord['check']>) =>
    [`${t(`check.kind.${kind}`)}: ${value}`, ignoreCase && `(${t('check.ignoreCase')})`].filter(Boolean).join(' ')
  return (
    <table className="w-full table-fixed border-collapse">
      <caption className="pb-1 text-left text-section font-semibold">
        <h2>{t('runs.asked')}</h2>
      </caption>
      <colgroup>
        <col className="w-44 phone:w-24" />
        <col />
        <col />
      </colgroup>
      <thead>
        <tr className="border-b border-line">
          <td />
          {[a, b].map((run, place) => (
            <th key={place} scope="col" className="py-1.5 pr-4 pl-1.5 text-left">
              <RunHead run={run} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {askedRows(a, b, checkWords).map((row) => (
          <tr key={row.name} className="border-b border-line align-top">
            <th scope="row" className="py-1.5 pr-4 text-left text-small font-normal text-ink-2">
              {nameOf(row.name)}
              {row.a !== row.b && <span className="sr-only">, {t('runs.differs')}</span>}
            </th>
            {[row.a, row.b].map((text, place) => (
              <td key={place} className={cn('py-1.5 pr-4 pl-1.5', row.a !== row.b && 'bg-accent-soft')}>
                <span className="block max-h-40 overflow-y-auto wrap-anywhere whitespace-pre-wrap">{text || NONE}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

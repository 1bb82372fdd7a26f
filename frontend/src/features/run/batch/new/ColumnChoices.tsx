import type { BatchItems } from '@/features/run/batch/draft/use-batch-items'
import { Select } from '@/ui/Select'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** Which column holds the message, and which ones fill variables of the prompt. */
export function ColumnChoices({ batch }: { batch: BatchItems }) {
  const { t } = useTranslation('batch')
  const { source, change, columns, mapping, variables } = batch
  const isTable = source.format === 'csv'
  if ((!isTable && source.format !== 'jsonl') || columns.length === 0) return null
  const others = columns.filter((column) => column !== mapping.message)
  const nameOf = (column: string) => (isTable && !source.hasHeader ? t('source.column', { number: column }) : column)
  if (!isTable && (variables.length === 0 || others.length === 0)) return null
  return (
    <div className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(150px,1fr))] gap-2">
      {isTable && (
        <Choice label={t('source.messageColumn')}>
          <Select value={mapping.message} onChange={(event) => change({ messageColumn: event.target.value })}>
            {columns.map((column) => (
              <option key={column} value={column}>
                {nameOf(column)}
              </option>
            ))}
          </Select>
        </Choice>
      )}
      {variables.map(({ name }) => (
        <Choice key={name} label={t('source.variableColumn', { name })}>
          <Select
            value={mapping.variables[name] ?? ''}
            onChange={(event) => change({ variableColumns: { ...source.variableColumns, [name]: event.target.value } })}
          >
            <option value="">{t('source.noColumn')}</option>
            {others.map((column) => (
              <option key={column} value={column}>
                {nameOf(column)}
              </option>
            ))}
          </Select>
        </Choice>
      ))}
      {isTable && (
        <label className="col-span-full flex items-center gap-2 text-small text-ink-2">
          <input
            type="checkbox"
            checked={source.hasHeader}
            onChange={(event) => change({ hasHeader: event.target.checked })}
            className="size-3.5 accent-accent-fill"
          />
          {t('source.header')}
        </label>
      )}
    </div>
  )
}

function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className="flex min-w-0 flex-col gap-0.5">
      <span className="truncate text-label font-medium text-ink-3">{label}</span>
      {children}
    </label>
  )
}

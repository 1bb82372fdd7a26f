import type { CompareViewProps } from '@/features/prompt/versions/CompareView'
import type { Section } from '@/features/prompt/versions/version-sections'
import { countChanges, type DiffRow } from '@/lib/text-diff'
import { Button } from '@/ui/Button'
import { IconButton } from '@/ui/IconButton'
import { Segments } from '@/ui/Segments'
import { Select } from '@/ui/Select'
import { ArrowRightLeft, RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'

interface CompareBarProps extends CompareViewProps {
  sections: readonly { name: Section['name']; rows: readonly DiffRow[] }[] | null
}

/** Which two, how much differs, and how it is shown. */
export function CompareBar({ prompt, compared, view, actions, show, sections }: CompareBarProps) {
  const { t } = useTranslation('prompt')
  const { from, to } = compared
  const newest = prompt.currentVersion.number
  const rollTo = Math.min(from, to)
  const rollBack = async () => {
    if (await actions.rollBack(rollTo)) show({ ...view, from: rollTo, to: newest + 1 })
  }
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <h2 className="sr-only">{t('compare.title')}</h2>
      <VersionSelect
        label={t('compare.from')}
        newest={newest}
        value={from}
        onChange={(number) => show({ ...view, from: number, to })}
      />
      <IconButton small label={t('compare.swap')} onClick={() => show({ ...view, from: to, to: from })}>
        <ArrowRightLeft aria-hidden className="size-3.5" />
      </IconButton>
      <VersionSelect
        label={t('compare.to')}
        newest={newest}
        value={to}
        onChange={(number) => show({ ...view, from, to: number })}
      />
      <span role="status" className="text-small text-ink-3 tabular-nums">
        {sections && <Difference rows={sections.flatMap(({ rows }) => rows)} />}
      </span>
      <span className="grow" />
      <span className="phone:hidden">
        <Segments
          label={t('compare.layout')}
          value={view.split ? 'split' : 'inline'}
          options={[
            ['split', t('compare.split')],
            ['inline', t('compare.inline')],
          ]}
          onChange={(layout) => show({ ...view, from, to, split: layout === 'split' })}
        />
      </span>
      {rollTo !== newest && (
        <Button onClick={() => void rollBack()}>
          <RotateCcw aria-hidden className="size-3.5" />
          {t('rollback.action', { number: rollTo })}
        </Button>
      )}
    </div>
  )
}

function Difference({ rows }: { rows: readonly DiffRow[] }) {
  const { t } = useTranslation('prompt')
  const counts = countChanges(rows)
  const words = (['changed', 'added', 'removed'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`compare.${kind}`, { count: counts[kind] }))
  return words.length === 0 ? t('compare.equal') : words.join(', ')
}

interface VersionSelectProps {
  label: string
  newest: number
  value: number
  onChange: (number: number) => void
}

function VersionSelect({ label, newest, value, onChange }: VersionSelectProps) {
  const numbers = Array.from({ length: newest }, (_, place) => newest - place)
  return (
    <Select
      aria-label={label}
      value={value}
      onChange={(event) => onChange(Number(event.target.value))}
      className="w-20 tabular-nums"
    >
      {numbers.map((number) => (
        <option key={number} value={number}>
          {`v${number}`}
        </option>
      ))}
    </Select>
  )
}

import type { VersionBody } from '@/features/prompt/editor/prompt-draft'
import type { PromptRecord } from '@/features/prompt/editor/use-save'
import { LabelBadge } from '@/features/prompt/LabelBadge'
import type { Section } from '@/features/prompt/versions/version-sections'
import type { DiffRow } from '@/lib/text-diff'
import { DiffView } from '@/ui/diff/DiffView'
import { useFormat } from '@/ui/use-format'
import { useTranslation } from 'react-i18next'

interface CompareBodyProps {
  prompt: PromptRecord
  before: VersionBody
  after: VersionBody
  sections: readonly { name: Section['name']; rows: readonly DiffRow[] }[]
  split: boolean
}

/** The texts and all else that two versions say. A part that neither has is left out. */
export function CompareBody({ prompt, before, after, sections, split }: CompareBodyProps) {
  const { t } = useTranslation('prompt')
  return (
    <div className="overflow-hidden rounded-m border border-line">
      {split && (
        <div className="grid grid-cols-2 divide-x divide-line border-b border-line bg-bg">
          <SideHead prompt={prompt} version={before} />
          <SideHead prompt={prompt} version={after} />
        </div>
      )}
      {sections
        .filter(({ name, rows }) => rows.length > 0 || name === 'content')
        .map(({ name, rows }) => (
          <div key={name} className="not-first:border-t not-first:border-line">
            {name !== 'content' && (
              <h3 className="border-b border-line bg-bg px-3 py-1 text-small text-ink-2">
                {t(`compare.section.${name}`)}
              </h3>
            )}
            <DiffView rows={rows} split={split} label={t(`compare.section.${name}`)} />
          </div>
        ))}
    </div>
  )
}

function SideHead({ prompt, version }: { prompt: PromptRecord; version: VersionBody }) {
  const format = useFormat()
  const { number, author, createdAt } = version
  return (
    <div className="flex min-h-9 min-w-0 items-center gap-2 px-3 py-1">
      <span className="font-semibold tabular-nums">{`v${number}`}</span>
      {prompt.labels
        .filter((label) => label.version.number === number)
        .map(({ name }) => (
          <LabelBadge key={name} name={name} />
        ))}
      <span className="grow" />
      <span className="truncate text-small text-ink-3 tabular-nums">
        {author && `${author.name}, `}
        {format.minute(createdAt)}
      </span>
    </div>
  )
}

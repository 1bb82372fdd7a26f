import { PromptRow } from '@/features/prompt/list/PromptRow'
import type { ListedPrompt } from '@/features/prompt/list/use-prompt-list'
import type { Selection } from '@/features/prompt/list/use-selection'
import { HeadCell, Table } from '@/ui/Table'
import { Term } from '@/ui/Term'
import { useTranslation } from 'react-i18next'

export interface PromptRowsProps {
  prompts: readonly ListedPrompt[]
  cursor: string | null
  onCursor: (id: string) => void
  selection: Selection
}

export function PromptTable({ prompts, cursor, onCursor, selection }: PromptRowsProps) {
  return (
    <Table className="mt-3">
      <PromptTableHead selection={selection} all={prompts.length} />
      <tbody>
        {prompts.map((prompt) => (
          <PromptRow
            key={prompt.id}
            prompt={prompt}
            current={prompt.id === cursor}
            chosen={selection.has(prompt.id)}
            onFocus={onCursor}
            onToggle={selection.toggle}
          />
        ))}
      </tbody>
    </Table>
  )
}

interface PromptTableHeadProps {
  selection?: Selection
  /** How many prompts can be chosen. */
  all?: number
}

/** The columns of the list: their widths, names and definitions. */
export function PromptTableHead({ selection, all = 0 }: PromptTableHeadProps) {
  const { t } = useTranslation('prompt')
  const whole = all > 0 && selection?.chosen.length === all
  return (
    <>
      <colgroup>
        <col className="w-9" />
        <col className="w-8" />
        <col />
        <col className="w-[16%]" />
        <col className="w-[17%]" />
        <col className="w-16" />
        <col className="w-16" />
        <col className="w-28" />
        <col className="w-28" />
        <col className="w-9" />
      </colgroup>
      <thead className="sticky top-(--topbar) z-2 bg-surface">
        <tr>
          <HeadCell className="pl-3">
            <input
              type="checkbox"
              aria-label={t('selection.all')}
              checked={whole}
              disabled={!selection}
              onChange={() => (whole ? selection.clear() : selection?.all())}
              className="block size-3.5 accent-accent-fill"
            />
          </HeadCell>
          <HeadCell>
            <span className="sr-only">{t('column.star')}</span>
          </HeadCell>
          <HeadCell>{t('column.name')}</HeadCell>
          <HeadCell>{t('column.tags')}</HeadCell>
          <HeadCell>
            <Term definition={t('definition.labels')}>{t('column.labels')}</Term>
          </HeadCell>
          <HeadCell end>
            <Term definition={t('definition.version')}>{t('column.version')}</Term>
          </HeadCell>
          <HeadCell end>
            <Term definition={t('definition.uses')}>{t('column.uses')}</Term>
          </HeadCell>
          <HeadCell end>
            <Term definition={t('definition.lastUsed')}>{t('column.lastUsed')}</Term>
          </HeadCell>
          <HeadCell end>
            <Term definition={t('definition.changed')}>{t('column.changed')}</Term>
          </HeadCell>
          <HeadCell>
            <span className="sr-only">{t('column.menu')}</span>
          </HeadCell>
        </tr>
      </thead>
    </>
  )
}

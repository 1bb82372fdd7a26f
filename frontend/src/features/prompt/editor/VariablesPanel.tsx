import { VariableCard } from '@/features/prompt/editor/VariableCard'
import { UNKNOWN_VARIABLE, type PromptDraft } from '@/features/prompt/editor/prompt-draft'
import type { VariableProblem } from '@/features/prompt/editor/problems'
import type { PromptVariable } from '@/lib/variables'
import { VariableFields } from '@/ui/VariableFields'
import { useTranslation } from 'react-i18next'

const EXAMPLES = { place: '{{name}}', escaped: '\\{{' }

interface VariablesPanelProps {
  draft: PromptDraft
  variables: readonly PromptVariable[]
  problems: Readonly<Record<string, VariableProblem>>
  /** Values as they are typed for the preview; null while the variables themselves are described. */
  preview: Readonly<Record<string, string>> | null
  onValue: (name: string, value: string) => void
  onChange: (about: PromptDraft['about']) => void
}

/** The variables that stand in the text, each with what is known of it; or a field for each, to see the text filled in. */
export function VariablesPanel(props: VariablesPanelProps) {
  const { draft, variables, problems, preview, onValue, onChange } = props
  const { t } = useTranslation('prompt')
  return (
    <section aria-label={t('variables.title')} className="row-span-2 min-w-0">
      <div className="flex h-7 items-center gap-2 phone:h-9">
        <h2 className="text-section font-semibold">{t('variables.title')}</h2>
        <span className="text-ink-3 tabular-nums">{variables.length}</span>
      </div>
      {variables.length === 0 ? (
        <p className="mt-1.5 text-small prose-wrap text-ink-3">{t('variables.none', EXAMPLES)}</p>
      ) : preview ? (
        <>
          <p className="mt-1.5 mb-2 text-small prose-wrap text-ink-3">{t('variables.previewText')}</p>
          <VariableFields variables={variables} values={preview} onChange={onValue} className="grid-cols-1" />
        </>
      ) : (
        <ul className="mt-1.5 flex flex-col gap-2">
          {variables.map(({ name }) => (
            <VariableCard
              key={name}
              name={name}
              info={draft.about[name] ?? UNKNOWN_VARIABLE}
              problem={problems[name]}
              onChange={(change) =>
                onChange({ ...draft.about, [name]: { ...(draft.about[name] ?? UNKNOWN_VARIABLE), ...change } })
              }
            />
          ))}
        </ul>
      )}
    </section>
  )
}

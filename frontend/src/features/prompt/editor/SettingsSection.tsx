import { SuggestedModelsDocument } from '@/__generated__/graphql'
import { Fold } from '@/features/prompt/editor/Fold'
import { readParameters, readTools } from '@/features/prompt/editor/json-fields'
import type { Problems } from '@/features/prompt/editor/problems'
import type { PromptDraft } from '@/features/prompt/editor/prompt-draft'
import { Field } from '@/ui/Field'
import { Select } from '@/ui/Select'
import { Textarea } from '@/ui/Textarea'
import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'

/** Something to begin with. */
const EXAMPLES = {
  parameters: JSON.stringify({ temperature: 0.2, maxTokens: 1024 }, null, 2),
  tools: JSON.stringify([{ type: 'function', function: { name: 'lookup', parameters: {} } }], null, 2),
}

interface SettingsSectionProps {
  draft: PromptDraft
  problems: Problems
  onChange: (change: Partial<PromptDraft>) => void
}

/** The model, parameters and tools that a prompt is written for. */
export function SettingsSection({ draft, problems, onChange }: SettingsSectionProps) {
  const { t } = useTranslation('prompt')
  const parameters = readParameters(draft.parameters)
  const tools = readTools(draft.tools)
  const set = 'problem' in parameters ? null : Object.keys(parameters.value ?? {})
  const count = 'problem' in tools ? null : (tools.value?.length ?? 0)
  const words = (problem: Problems['parameters']) =>
    problem && t(`problem.json.${problem.problem}`, { what: problem.what })
  return (
    <>
      <Fold
        title={t('settings.title')}
        aside={set?.length ? set.join(', ') : draft.modelId === null && t('none')}
        open={draft.modelId !== null || draft.parameters !== ''}
      >
        <div className="flex max-w-xl flex-col gap-3">
          <ModelField value={draft.modelId} onChange={(modelId) => onChange({ modelId })} />
          <Field
            label={t('settings.parameters')}
            hint={t('settings.parametersHint')}
            error={words(problems.parameters)}
          >
            {(ties) => (
              <Textarea
                {...ties}
                rows={6}
                spellCheck={false}
                placeholder={EXAMPLES.parameters}
                value={draft.parameters}
                onChange={(event) => onChange({ parameters: event.target.value })}
                className="font-mono text-small whitespace-pre"
              />
            )}
          </Field>
        </div>
      </Fold>
      <Fold title={t('tools.title')} aside={count === 0 ? t('none') : (count ?? '')}>
        <div className="max-w-xl">
          <Field label={t('tools.label')} hint={t('tools.hint')} error={words(problems.tools)}>
            {(ties) => (
              <Textarea
                {...ties}
                rows={8}
                spellCheck={false}
                placeholder={EXAMPLES.tools}
                value={draft.tools}
                onChange={(event) => onChange({ tools: event.target.value })}
                className="font-mono text-small whitespace-pre"
              />
            )}
          </Field>
        </div>
      </Fold>
    </>
  )
}

interface ModelFieldProps {
  value: string | null
  onChange: (modelId: string | null) => void
}

function ModelField({ value, onChange }: ModelFieldProps) {
  const { t } = useTranslation('prompt')
  const { data } = useQuery(SuggestedModelsDocument)
  const models = data?.models.nodes ?? []
  const known = value === null || models.some(({ id }) => id === value)
  return (
    <Field label={t('settings.model')} hint={t('settings.modelHint')}>
      {(ties) => (
        <Select {...ties} value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
          <option value="">{t('settings.noModel')}</option>
          {!known && <option value={value}>{t('settings.otherModel')}</option>}
          {models.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

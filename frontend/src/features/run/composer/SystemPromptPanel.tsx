import { variablePath, type Draft, type Template } from '@/features/run/composer/draft'
import { toInput } from '@/features/run/composer/parameter-text'
import type { Trouble } from '@/features/run/trouble'
import { Panel } from '@/features/run/composer/Panel'
import { SaveTemplateDialog } from '@/features/run/composer/SaveTemplateDialog'
import { TemplateMenu } from '@/features/run/composer/TemplateMenu'
import { TextArea } from '@/features/run/composer/TextArea'
import { VariableFields } from '@/ui/VariableFields'
import { Button } from '@/ui/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface SystemPromptPanelProps {
  draft: Draft
  fields: Trouble['fields']
  onValue: (name: string, text: string) => void
  onChange: (text: string) => void
  onLoad: (template: Template, content: string) => void
  onSaved: (template: Template) => void
}

export function SystemPromptPanel({ draft, fields, onValue, onChange, onLoad, onSaved }: SystemPromptPanelProps) {
  const { t } = useTranslation('run')
  const [saving, setSaving] = useState(false)
  const variables = draft.template?.variables ?? []
  const errors = Object.fromEntries(variables.map(({ name }) => [name, fields[variablePath(name)]]))
  const savable = draft.systemPrompt.trim() !== '' && draft.template === null
  return (
    <Panel
      title={t('systemPrompt.title')}
      head={
        <>
          <TemplateMenu template={draft.template} onLoad={onLoad} />
          <span className="grow" />
          {savable && (
            <Button look="quiet" size="small" onClick={() => setSaving(true)}>
              {t('systemPrompt.saveAs')}
            </Button>
          )}
        </>
      }
    >
      <TextArea
        label={t('systemPrompt.title')}
        placeholder={t('systemPrompt.placeholder')}
        value={draft.systemPrompt}
        error={fields['input.systemPrompt'] ?? fields['input.promptVersionId'] ?? fields['input.variables']}
        onChange={onChange}
        className={variables.length > 0 ? 'min-h-15 phone:min-h-20' : 'phone:min-h-20'}
      />
      {variables.length > 0 && (
        <VariableFields
          variables={variables}
          values={draft.values}
          errors={errors}
          onChange={onValue}
          className="mt-1 max-h-32 shrink-0 overflow-y-auto p-0.5 phone:max-h-none"
        />
      )}
      <SaveTemplateDialog
        content={draft.systemPrompt}
        parameters={toInput(draft.parameters)}
        open={saving}
        onOpenChange={setSaving}
        onSaved={onSaved}
      />
    </Panel>
  )
}

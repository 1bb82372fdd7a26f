import type { Draft, Template } from '@/features/run/composer/draft'
import { Panel } from '@/features/run/composer/Panel'
import { SaveTemplateDialog } from '@/features/run/composer/SaveTemplateDialog'
import { TemplateMenu } from '@/features/run/composer/TemplateMenu'
import { TextArea } from '@/features/run/composer/TextArea'
import { Button } from '@/ui/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface SystemPromptPanelProps {
  draft: Draft
  error: string | undefined
  onChange: (text: string) => void
  onLoad: (template: Template, content: string) => void
  onSaved: (template: Template) => void
}

export function SystemPromptPanel({ draft, error, onChange, onLoad, onSaved }: SystemPromptPanelProps) {
  const { t } = useTranslation('run')
  const [saving, setSaving] = useState(false)
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
        error={error}
        onChange={onChange}
        className="phone:min-h-20"
      />
      <SaveTemplateDialog content={draft.systemPrompt} open={saving} onOpenChange={setSaving} onSaved={onSaved} />
    </Panel>
  )
}

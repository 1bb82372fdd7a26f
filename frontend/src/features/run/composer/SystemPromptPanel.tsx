import type { Draft } from '@/features/run/composer/draft'
import { lanePath, variablePath } from '@/features/run/composer/draft-problems'
import type { DraftAction } from '@/features/run/composer/draft-reducer'
import { hasOwnPrompt, promptOf, variablesOf } from '@/features/run/composer/lane-prompt'
import { toInput } from '@/features/run/composer/parameter-text'
import { PromptScopes } from '@/features/run/composer/PromptScopes'
import type { Trouble } from '@/features/run/trouble'
import { Panel } from '@/features/run/composer/Panel'
import { SaveTemplateDialog } from '@/features/run/composer/SaveTemplateDialog'
import { TemplateMenu } from '@/features/run/composer/TemplateMenu'
import { TextArea } from '@/features/run/composer/TextArea'
import { laneLetter } from '@/lib/lane'
import { VariableFields } from '@/ui/VariableFields'
import { Button } from '@/ui/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface SystemPromptPanelProps {
  draft: Draft
  fields: Trouble['fields']
  /** The slot of the lane whose prompt is shown; null for that of all lanes. */
  scope: number | null
  onScope: (slot: number | null) => void
  edit: (action: DraftAction) => void
}

/** The system prompt of all lanes, or what one lane has in its place. */
export function SystemPromptPanel({ draft, fields, scope, onScope, edit }: SystemPromptPanelProps) {
  const { t } = useTranslation('run')
  const [saving, setSaving] = useState(false)
  const index = draft.lanes.findIndex(({ slot }) => slot === scope)
  const lane = draft.lanes[index] ?? null
  const slot = lane?.slot ?? null
  const { systemPrompt, template } = promptOf(draft, lane)
  const variables = variablesOf(draft, lane)
  const path = (name: string) => (lane ? lanePath(index, name) : `input.${name}`)
  const errors = Object.fromEntries(
    variables.map(({ name }) => [name, fields[lane ? path(`variables.${name}`) : variablePath(name)]]),
  )
  const follows = lane !== null && lane.prompt === null
  const savable = systemPrompt.trim() !== '' && template === null && !follows
  const scoped = draft.lanes.length > 1 || draft.lanes.some(hasOwnPrompt)
  return (
    <Panel
      title={t('systemPrompt.title')}
      head={
        <>
          <TemplateMenu
            template={template}
            onLoad={(loaded, content) => edit({ type: 'template', slot, template: loaded, content })}
          />
          <span className="grow" />
          {savable && (
            <Button look="quiet" size="small" onClick={() => setSaving(true)}>
              {t('systemPrompt.saveAs')}
            </Button>
          )}
        </>
      }
    >
      {scoped && (
        <div className="mb-1 flex h-6 items-center gap-2 phone:h-8">
          <PromptScopes lanes={draft.lanes} scope={slot} wrong={wrongSlots(draft, fields)} onScope={onScope} />
          <span className="grow" />
          {lane && !hasOwnPrompt(lane) && <span className="truncate text-label text-ink-3">{t('scope.follows')}</span>}
          {lane && hasOwnPrompt(lane) && (
            <Button look="quiet" size="small" onClick={() => edit({ type: 'followPrompt', slot: lane.slot })}>
              {t('scope.follow')}
            </Button>
          )}
        </div>
      )}
      <TextArea
        label={lane ? t('scope.text', { letter: laneLetter(lane.slot) }) : t('systemPrompt.title')}
        placeholder={lane?.prompt ? t('scope.none') : t('systemPrompt.placeholder')}
        value={systemPrompt}
        error={fields[path('systemPrompt')] ?? fields[path('promptVersionId')] ?? fields[path('variables')]}
        onChange={(text) => edit({ type: 'systemPrompt', slot, text })}
        className={
          (follows ? 'text-ink-3 ' : '') +
          (variables.length > 0 ? 'min-h-15 phone:min-h-20' : scoped ? 'min-h-22 phone:min-h-20' : 'phone:min-h-20')
        }
      />
      {variables.length > 0 && (
        <VariableFields
          variables={variables}
          values={lane?.values ?? draft.values}
          errors={errors}
          onChange={(name, text) => edit({ type: 'value', slot, name, text })}
          className="mt-1 max-h-32 shrink-0 overflow-y-auto p-0.5 phone:max-h-none"
        />
      )}
      <SaveTemplateDialog
        content={systemPrompt}
        parameters={toInput({ ...draft.parameters, ...lane?.parameters })}
        open={saving}
        onOpenChange={setSaving}
        onSaved={(saved) => edit({ type: 'saved', slot, template: saved })}
      />
    </Panel>
  )
}

const OF_A_PROMPT = /^(systemPrompt|promptVersionId|variables)/

function wrongSlots({ lanes }: Draft, fields: Trouble['fields']): ReadonlySet<number> {
  const wrong = lanes.filter((_, index) => {
    const start = lanePath(index, '')
    return Object.keys(fields).some((path) => path.startsWith(start) && OF_A_PROMPT.test(path.slice(start.length)))
  })
  return new Set(wrong.map(({ slot }) => slot))
}

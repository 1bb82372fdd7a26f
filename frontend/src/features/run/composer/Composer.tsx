import type { Draft } from '@/features/run/composer/draft'
import type { DraftAction } from '@/features/run/composer/draft-reducer'
import { MessagePanel } from '@/features/run/composer/MessagePanel'
import { ParametersPanel } from '@/features/run/composer/ParametersPanel'
import { SystemPromptPanel } from '@/features/run/composer/SystemPromptPanel'
import type { Trouble } from '@/features/run/trouble'
import type { CSSProperties } from 'react'

interface ComposerProps {
  draft: Draft
  fields: Trouble['fields']
  /** The slot of the lane whose system prompt is shown; null for that of all lanes. */
  scope: number | null
  onScope: (slot: number | null) => void
  edit: (action: DraftAction) => void
}

/** What the run will ask: system prompt, message and parameters, side by side; one under another on a phone. */
export function Composer({ draft, fields, scope, onScope, edit }: ComposerProps) {
  const beyondFour = Math.max(0, draft.lanes.length - 4)
  return (
    <div
      style={{ '--beyond': `${beyondFour * 44}px` } as CSSProperties}
      className="grid shrink-0 grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)_min(calc(444px+var(--beyond)),46vw)] divide-x divide-line border-b border-line [--lane-cell:44px] phone:grid-cols-[minmax(0,1fr)] phone:divide-x-0 phone:divide-y phone:[--lane-cell:40px] roomy:grid-cols-[minmax(0,1fr)_minmax(0,1.12fr)_min(calc(512px+var(--beyond)),46vw)] roomy:[--lane-cell:52px]"
    >
      <SystemPromptPanel draft={draft} fields={fields} scope={scope} onScope={onScope} edit={edit} />
      <MessagePanel
        message={draft.message}
        error={fields['input.userMessage']}
        onChange={(text) => edit({ type: 'message', text })}
        check={draft.check}
        checkError={fields['input.check.value']}
        onCheck={(check) => edit({ type: 'check', check })}
      />
      <ParametersPanel draft={draft} fields={fields} edit={edit} />
    </div>
  )
}

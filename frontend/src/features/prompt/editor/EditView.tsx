import { ExampleTurns } from '@/features/prompt/editor/ExampleTurns'
import { TextPanel } from '@/features/prompt/editor/TextPanel'
import { problemsOf } from '@/features/prompt/editor/problems'
import { variablesOf } from '@/features/prompt/editor/prompt-draft'
import { SettingsSection } from '@/features/prompt/editor/SettingsSection'
import type { Editor } from '@/features/prompt/editor/use-editor'
import { VariablesPanel } from '@/features/prompt/editor/VariablesPanel'
import { valuesToFill } from '@/lib/variables'
import { useMemo, useState } from 'react'

interface EditViewProps {
  editor: Editor
  /** Whether a save was tried: from then on it is said what is missing, too. */
  tried: boolean
}

/** The text with its variables, and below it all else that a version says. */
export function EditView({ editor, tried }: EditViewProps) {
  const { draft, edit } = editor
  const [preview, setPreview] = useState(false)
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const variables = useMemo(() => variablesOf(draft), [draft])
  const problems = useMemo(() => problemsOf(draft), [draft])
  const values = valuesToFill(variables, typed)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_320px] gap-x-6 gap-y-4 phone:grid-cols-1 [@media(max-width:1200px)]:grid-cols-1">
      <div className="flex min-w-0 flex-col gap-4">
        <TextPanel
          content={draft.content}
          problem={problems.content === 'missing' && !tried ? undefined : problems.content}
          preview={preview ? values : null}
          onPreview={setPreview}
          onChange={(content) => edit({ content })}
        />
      </div>
      <VariablesPanel
        draft={draft}
        variables={variables}
        problems={problems.variables ?? {}}
        preview={preview ? typed : null}
        onValue={(name, value) => setTyped((before) => ({ ...before, [name]: value }))}
        onChange={(about) => edit({ about })}
      />
      <div className="flex min-w-0 flex-col border-t border-line">
        <ExampleTurns
          turns={draft.turns}
          problem={problems.turns === 'blank' && !tried ? undefined : problems.turns}
          onChange={(turns) => edit({ turns })}
        />
        <SettingsSection draft={draft} problems={problems} onChange={edit} />
      </div>
    </div>
  )
}

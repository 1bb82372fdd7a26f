import { ConflictDialog } from '@/features/prompt/editor/ConflictDialog'
import { EditView } from '@/features/prompt/editor/EditView'
import { LeaveDialog } from '@/features/prompt/editor/LeaveDialog'
import { SaveBar } from '@/features/prompt/editor/SaveBar'
import { useEditor } from '@/features/prompt/editor/use-editor'
import { useLeaveGuard } from '@/features/prompt/editor/use-leave-guard'
import type { PromptRecord } from '@/features/prompt/editor/use-save'
import { useSaveFlow } from '@/features/prompt/editor/use-save-flow'
import { PromptHead } from '@/features/prompt/PromptHead'
import { PromptNotices } from '@/features/prompt/PromptNotices'
import { usePromptView } from '@/features/prompt/use-prompt-view'
import { CompareView } from '@/features/prompt/versions/CompareView'
import { useVersionActions } from '@/features/prompt/versions/use-version-actions'
import { VersionsPanel } from '@/features/prompt/versions/VersionsPanel'
import { comparedVersions } from '@/features/prompt/view'
import { Segments } from '@/ui/Segments'
import { useHotkey } from '@/ui/use-hotkey'
import { usePhone } from '@/ui/use-media'
import { useTranslation } from 'react-i18next'

interface PromptScreenProps {
  prompt: PromptRecord
  refetch: () => Promise<unknown>
}

/** The versions at the left; beside them the editor of the next one, or what differs between two of them. */
export function PromptScreen({ prompt, refetch }: PromptScreenProps) {
  const { t } = useTranslation('prompt')
  const phone = usePhone()
  const { view, show } = usePromptView()
  const editor = useEditor(prompt.id, prompt.currentVersion)
  const flow = useSaveFlow(prompt, editor, refetch)
  const guard = useLeaveGuard(editor.dirty)
  const actions = useVersionActions(prompt, editor)
  const newest = prompt.currentVersion.number
  useHotkey('s', () => void flow.save(), { mod: true })

  const shown = view.kind === 'versions' && !phone ? 'edit' : view.kind
  const compared = view.kind === 'compare' ? comparedVersions(view, newest) : null
  const versions = <VersionsPanel prompt={prompt} compared={compared} actions={actions} show={show} />
  return (
    <div className="flex min-h-[calc(100dvh-var(--topbar)-var(--bottombar))] flex-col">
      <PromptHead prompt={prompt} />
      <div className="grid grow grid-cols-[280px_minmax(0,1fr)] border-t border-line phone:flex phone:flex-col [@media(max-width:1000px)]:grid-cols-[220px_minmax(0,1fr)]">
        {!phone && <div className="border-r border-line">{versions}</div>}
        <div className="flex min-w-0 grow flex-col px-6 pt-4 phone:px-(--gutter) phone:pt-3">
          <div className="mb-4 flex flex-wrap items-center gap-2 phone:mb-3">
            <Segments
              label={t('view.label')}
              value={shown}
              options={[
                ['edit', t('view.edit')],
                ['compare', t('view.compare')],
                ...(phone ? ([['versions', t('view.versions')]] as const) : []),
              ]}
              onChange={(kind) => show(kind === 'compare' ? { kind, from: null, to: null, split: true } : { kind })}
            />
          </div>
          <PromptNotices prompt={prompt} editor={editor} />
          {shown === 'versions' && versions}
          {view.kind === 'compare' && compared && (
            <CompareView prompt={prompt} compared={compared} view={view} actions={actions} show={show} />
          )}
          <div hidden={shown !== 'edit'} className="grow">
            <EditView editor={editor} tried={flow.tried} />
          </div>
          {shown === 'edit' && (
            <SaveBar
              editor={editor}
              next={newest + 1}
              message={flow.message}
              onMessage={flow.setMessage}
              busy={flow.busy}
              failure={flow.failure}
              onSave={() => void flow.save()}
            />
          )}
        </div>
      </div>
      <ConflictDialog prompt={prompt} editor={editor} flow={flow} />
      <LeaveDialog guard={guard} />
    </div>
  )
}

import type { PromptRecord } from '@/features/prompt/editor/use-save'
import type { ShowView } from '@/features/prompt/use-prompt-view'
import { LabelDialog } from '@/features/prompt/versions/LabelDialog'
import type { VersionActions } from '@/features/prompt/versions/use-version-actions'
import { useVersions } from '@/features/prompt/versions/use-versions'
import { VersionRow } from '@/features/prompt/versions/VersionRow'
import { Button } from '@/ui/Button'
import { useFormat } from '@/ui/use-format'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

export interface VersionsPanelProps {
  prompt: PromptRecord
  /** The two versions that are compared; null while none are. */
  compared: { from: number; to: number } | null
  actions: VersionActions
  show: ShowView
}

/** All versions on one line of time, newest first. */
export function VersionsPanel({ prompt, compared, actions, show }: VersionsPanelProps) {
  const { t } = useTranslation('prompt')
  const format = useFormat()
  const { versions, loading, hidden, showOlder } = useVersions(prompt)
  const [labelled, setLabelled] = useState<number | null>(null)
  return (
    <section aria-label={t('versions.title')} className="py-4 phone:-mx-2 phone:pt-0">
      <div className="flex items-center gap-2 px-6 pb-1 phone:px-2">
        <h2 className="text-section font-semibold">{t('versions.title')}</h2>
        <span className="grow" />
        <span className="text-ink-3 tabular-nums">{format.count(prompt.currentVersion.number)}</span>
      </div>
      <ol className="px-3 phone:px-0">
        {versions.map((version) => (
          <VersionRow
            key={version.id}
            prompt={prompt}
            version={version}
            compared={compared}
            actions={actions}
            show={show}
            onLabels={() => setLabelled(version.number)}
          />
        ))}
      </ol>
      {hidden > 0 && (
        <Button look="quiet" disabled={loading} onClick={showOlder} className="mx-4 mt-1">
          {t('versions.older', { count: hidden })}
        </Button>
      )}
      <LabelDialog prompt={prompt} number={labelled} onClose={() => setLabelled(null)} />
    </section>
  )
}

import { useBatchItems } from '@/features/run/batch/draft/use-batch-items'
import { useStartBatch } from '@/features/run/batch/draft/use-start-batch'
import { BadLines } from '@/features/run/batch/new/BadLines'
import { LaneStrip } from '@/features/run/batch/new/LaneStrip'
import { Preview } from '@/features/run/batch/new/Preview'
import { SourcePanel } from '@/features/run/batch/new/SourcePanel'
import { StartBar } from '@/features/run/batch/new/StartBar'
import { CheckRow } from '@/features/run/composer/CheckRow'
import type { Draft } from '@/features/run/composer/draft'
import type { DraftAction } from '@/features/run/composer/draft-reducer'
import { ParametersPanel } from '@/features/run/composer/ParametersPanel'
import { SystemPromptPanel } from '@/features/run/composer/SystemPromptPanel'
import { NoLanes } from '@/features/run/EmptyScreens'
import { FailureBar } from '@/features/run/race/FailureBar'
import type { RunnableModel } from '@/features/run/use-models'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface NewBatchScreenProps {
  draft: Draft
  edit: (action: DraftAction) => void
  models: readonly RunnableModel[]
  byId: ReadonlyMap<string, RunnableModel>
}

/** As a new test is written, but for its message: many stand in the place of one. */
export function NewBatchScreen({ draft, edit, models, byId }: NewBatchScreenProps) {
  const { t } = useTranslation('batch')
  const [scope, setScope] = useState<number | null>(null)
  const batch = useBatchItems(draft)
  const { trouble, clear, busy, start } = useStartBatch(draft, batch)
  const { fields, failure } = trouble
  const { source, change, items, problems } = batch

  const editing = (action: DraftAction) => {
    clear()
    edit(action)
  }
  return (
    <div className="min-h-[calc(100dvh-var(--topbar)-var(--bottombar))]">
      <h1 className="sr-only">{t('new.title')}</h1>
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)_min(444px,46vw)] divide-x divide-line border-b border-line [--lane-cell:44px] phone:grid-cols-[minmax(0,1fr)] phone:divide-x-0 phone:divide-y phone:[--lane-cell:40px] roomy:grid-cols-[minmax(0,1fr)_minmax(0,1.12fr)_min(512px,46vw)] roomy:[--lane-cell:52px]">
        <SystemPromptPanel draft={draft} fields={fields} scope={scope} onScope={setScope} edit={editing} />
        <SourcePanel
          batch={batch}
          check={
            <CheckRow
              check={draft.check}
              error={fields['input.check.value']}
              onChange={(check) => editing({ type: 'check', check })}
            />
          }
        />
        <ParametersPanel draft={draft} fields={fields} edit={editing} />
      </div>
      <StartBar draft={draft} edit={editing} models={models} batch={batch} busy={busy} onStart={() => void start()} />
      {failure && <FailureBar failure={failure} onRetry={() => void start()} onClose={clear} />}
      {draft.lanes.length === 0 ? (
        <NoLanes noModels={models.length === 0} error={fields['input.lanes']} />
      ) : (
        <LaneStrip draft={draft} models={models} byId={byId} fields={fields} edit={editing} onPrompt={setScope} />
      )}
      <div className="px-4 pb-8">
        {problems.length > 0 && (
          <BadLines
            problems={problems}
            leavesOut={source.leavesOut}
            onLeaveOut={(leavesOut) => change({ leavesOut })}
          />
        )}
        <Preview items={items} names={Object.keys(batch.mapping.variables)} />
      </div>
    </div>
  )
}

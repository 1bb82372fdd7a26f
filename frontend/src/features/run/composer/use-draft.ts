import { EMPTY_DRAFT } from '@/features/run/composer/draft'
import { availabilityOf } from '@/features/run/availability'
import { draftReducer, type DraftAction } from '@/features/run/composer/draft-reducer'
import { firstDraft, recallDraft, rememberDraft } from '@/features/run/composer/saved-draft'
import type { RunRecord } from '@/features/run/live/run-state'
import type { RunnableModel } from '@/features/run/use-models'
import { useEffect, useReducer, useRef } from 'react'
import { useTranslation } from 'react-i18next'

/** What the draft was made of: nothing yet, its writer's typing, or a run. */
type Holding = 'nothing' | 'draft' | { runId: string }

function isRun(holding: Holding, runId: string): boolean {
  return typeof holding === 'object' && holding.runId === runId
}

/**
 * The draft, remembered in this browser as it is edited. A run that is opened replaces it, once; the run that was just
 * started from it does not.
 */
export function useDraft(runId: string | null, run: RunRecord | null, models: readonly RunnableModel[] | null) {
  const { t } = useTranslation('run')
  const fresh = () => recallDraft() ?? firstDraft(t('sampleMessage'))
  const [draft, dispatch] = useReducer(draftReducer, null, () => (runId === null ? fresh() : EMPTY_DRAFT))
  const holds = useRef<Holding>(runId === null ? 'draft' : 'nothing')
  const edited = useRef(false)

  useEffect(() => {
    if (runId === null && holds.current !== 'draft') {
      dispatch(holds.current === 'nothing' ? { type: 'replace', draft: fresh() } : { type: 'newTest' })
      holds.current = 'draft'
    }
    if (run?.id === runId && !isRun(holds.current, run.id)) {
      holds.current = { runId: run.id }
      dispatch({ type: 'load', run })
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `fresh` is asked only where the page comes from no run
  }, [runId, run])

  useEffect(() => {
    if (runId !== null || !models) return
    const ready = models.filter((model) => availabilityOf(model).kind === 'ready')
    dispatch({ type: 'meetModels', ids: models.map(({ id }) => id), ready: ready.map(({ id }) => id) })
  }, [runId, models])

  useEffect(() => {
    if (edited.current) rememberDraft(draft)
  }, [draft])

  return {
    draft,
    edit: (action: DraftAction) => {
      edited.current = true
      dispatch(action)
    },
    /** The draft has become this run: its lanes show the run's answers, and it is not loaded again. */
    becameRun: (id: string) => {
      holds.current = { runId: id }
      edited.current = true
      dispatch({ type: 'started' })
    },
  }
}

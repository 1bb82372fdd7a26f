import { availabilityOf } from '@/features/run/availability'
import { draftReducer, type DraftAction } from '@/features/run/composer/draft-reducer'
import { firstDraft, recallDraft, rememberDraft } from '@/features/run/composer/saved-draft'
import type { RunnableModel } from '@/features/run/use-models'
import { useEffect, useReducer, useRef } from 'react'

const NAME = 'batch-draft'

/** How the next batch asks, remembered in this browser as it is edited. At first, that is as the next test asks. */
export function useBatchDraft(models: readonly RunnableModel[] | null) {
  const [draft, dispatch] = useReducer(draftReducer, null, () => recallDraft(NAME) ?? recallDraft() ?? firstDraft(''))
  const edited = useRef(false)

  useEffect(() => {
    if (!models) return
    const ready = models.filter((model) => availabilityOf(model).kind === 'ready')
    dispatch({ type: 'meetModels', ids: models.map(({ id }) => id), ready: ready.map(({ id }) => id) })
  }, [models])

  useEffect(() => {
    if (edited.current) rememberDraft(draft, NAME)
  }, [draft])

  return {
    draft,
    edit: (action: DraftAction) => {
      edited.current = true
      dispatch(action)
    },
  }
}

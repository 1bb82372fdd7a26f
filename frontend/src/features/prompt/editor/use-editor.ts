import { keepPromptDraft, NEW_PROMPT, recallPromptDraft } from '@/features/prompt/editor/kept-draft'
import { draftOf, EMPTY_DRAFT, isSame, type PromptDraft, type VersionBody } from '@/features/prompt/editor/prompt-draft'
import { useCallback, useEffect, useState } from 'react'

/** Where a draft began: a version, or nothing. */
interface Base {
  number: number | null
  draft: PromptDraft
}

interface State {
  base: Base
  draft: PromptDraft
  /** Whether it was typed on an earlier visit. */
  restored: boolean
}

/**
 * The draft of a prompt's next version. Without changes it follows the newest version; with changes it stays on the one
 * that it began from, and is kept in this browser until it is saved or let go.
 */
export function useEditor(promptId: string | null, current: VersionBody | null) {
  const key = promptId ?? NEW_PROMPT
  const [state, setState] = useState<State>(() => begin(key, current))
  const { base, draft, restored } = state
  const dirty = !isSame(base.draft, draft)
  const behind = current !== null && base.number !== null && current.number > base.number

  if (current && behind && !dirty) setState(stateOf(current))

  useEffect(() => {
    keepPromptDraft(key, dirty ? { number: base.number, base: base.draft, draft } : null)
  }, [key, base, draft, dirty])

  return {
    base,
    draft,
    dirty,
    /** Whether somebody has saved a newer version than the one that these changes began from. */
    behind: behind && dirty,
    restored: restored && dirty,
    edit: useCallback(
      (change: Partial<PromptDraft>) => setState((before) => ({ ...before, draft: { ...before.draft, ...change } })),
      [],
    ),
    /** Goes on from a version, without changes. */
    adopt: useCallback((version: VersionBody) => setState(stateOf(version)), []),
    /** Puts other texts into the editor; the base stays. */
    replace: useCallback(
      (next: PromptDraft) => setState((before) => ({ ...before, draft: next, restored: false })),
      [],
    ),
    discard: () => setState(current ? stateOf(current) : { base: EMPTY_BASE, draft: EMPTY_DRAFT, restored: false }),
  }
}

export type Editor = ReturnType<typeof useEditor>

const EMPTY_BASE: Base = { number: null, draft: EMPTY_DRAFT }

function begin(key: string, current: VersionBody | null): State {
  const kept = recallPromptDraft(key)
  if (kept && (kept.number === null) === (current === null)) {
    return { base: { number: kept.number, draft: kept.base }, draft: kept.draft, restored: true }
  }
  return current ? stateOf(current) : { base: EMPTY_BASE, draft: EMPTY_DRAFT, restored: false }
}

function stateOf(version: VersionBody): State {
  const draft = draftOf(version)
  return { base: { number: version.number, draft }, draft, restored: false }
}

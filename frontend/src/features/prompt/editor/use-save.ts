import { CreatePromptDocument, UpdatePromptDocument, type PromptPage_PromptFragment } from '@/__generated__/graphql'
import { changesOf, firstBody, type PromptDraft } from '@/features/prompt/editor/prompt-draft'
import { forgetPromptLists } from '@/features/prompt/prompt-lists'
import { failureOf, type Failure } from '@/lib/graphql-error'
import { useMutation } from '@apollo/client/react'

export type PromptRecord = Omit<PromptPage_PromptFragment, ' $fragmentName'>

/** What came of a save. */
export type Saved =
  | { kind: 'saved'; prompt: PromptRecord }
  /** Somebody saved a newer version meanwhile. */
  | { kind: 'stale' }
  | { kind: 'failed'; failure: Failure }

/** What a prompt is called and filed under; changing that makes no version. */
export interface Details {
  name: string
  description: string
  tags: string[]
}

/** Whether a save failed because another prompt has the name. */
export function isNameTaken(failure: Failure): boolean {
  return failure.code === 'CONFLICT' && failure.field === 'input.name'
}

export function useSave() {
  const [create, creating] = useMutation(CreatePromptDocument, { update: forgetPromptLists })
  const [update, updating] = useMutation(UpdatePromptDocument)

  const attempt = async (ask: () => Promise<PromptRecord | undefined>): Promise<Saved> => {
    try {
      const prompt = await ask()
      if (!prompt) throw new Error('The answer is empty')
      return { kind: 'saved', prompt }
    } catch (error) {
      const failure = failureOf(error)
      return failure.code === 'CONFLICT' && !isNameTaken(failure) ? { kind: 'stale' } : { kind: 'failed', failure }
    }
  }

  return {
    busy: creating.loading || updating.loading,

    /** Makes a prompt. */
    create: (details: Details, draft: PromptDraft, message: string) =>
      attempt(async () => {
        const input = { ...details, ...firstBody(draft), message }
        return (await create({ variables: { input } })).data?.createPrompt
      }),

    /** Makes the next version on top of the one of this number. */
    saveVersion: (id: string, number: number, base: PromptDraft, draft: PromptDraft, message: string) =>
      attempt(async () => {
        const input = { id, baseVersionNumber: number, ...changesOf(base, draft), message }
        return (await update({ variables: { input } })).data?.updatePrompt
      }),

    saveDetails: (id: string, number: number, details: Details) =>
      attempt(async () => {
        const input = { id, baseVersionNumber: number, ...details }
        return (await update({ variables: { input } })).data?.updatePrompt
      }),
  }
}

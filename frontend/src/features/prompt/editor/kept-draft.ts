import type { PromptDraft } from '@/features/prompt/editor/prompt-draft'
import { recallOwn, rememberOwn } from '@/lib/storage'
import { VARIABLE_TYPES } from '@/lib/variables'
import { z } from '@/lib/zod'

/** What was typed and not saved: it outlives a reload, a lost network and a change of page. */
export interface KeptDraft {
  /** The number of the version that it began from; null for a new prompt. */
  number: number | null
  base: PromptDraft
  draft: PromptDraft
}

const draft = z.object({
  content: z.string(),
  turns: z.array(z.object({ user: z.string(), assistant: z.string() })),
  about: z.record(
    z.string(),
    z.object({
      type: z.enum(VARIABLE_TYPES),
      description: z.string(),
      defaultValue: z.string(),
      options: z.string(),
    }),
  ),
  modelId: z.string().nullable(),
  parameters: z.string(),
  tools: z.string(),
})

/** What an older page may have remembered is checked like any input from outside. */
const kept = z.object({ number: z.int().nullable(), base: draft, draft })

export const NEW_PROMPT = 'new'

export function recallPromptDraft(promptId: string): KeptDraft | null {
  const read = kept.safeParse(recallOwn(nameOf(promptId)))
  return read.success ? read.data : null
}

/** Keeps a draft, or lets go of it where it is null. */
export function keepPromptDraft(promptId: string, value: KeptDraft | null): void {
  rememberOwn(nameOf(promptId), value ?? undefined)
}

function nameOf(promptId: string): string {
  return `prompt-draft.${promptId}`
}

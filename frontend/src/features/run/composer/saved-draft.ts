import { CHECK_KINDS, NO_CHECK } from '@/features/run/composer/check-draft'
import { EMPTY_DRAFT, type Draft } from '@/features/run/composer/draft'
import { newLane } from '@/features/run/composer/draft-reducer'
import { PARAMETERS } from '@/features/run/composer/parameter-text'
import { VARIABLE_TYPES } from '@/lib/variables'
import { recallOwn, rememberOwn } from '@/lib/storage'
import { z } from '@/lib/zod'

const NAME = 'draft'

const parameters = z.partialRecord(z.enum(PARAMETERS), z.string())

const variable = z.object({
  name: z.string(),
  type: z.enum(VARIABLE_TYPES),
  description: z.string(),
  defaultValue: z.string().nullable(),
  options: z.array(z.string()),
})

const template = z
  .object({
    promptId: z.string().default(''),
    versionId: z.string(),
    name: z.string(),
    number: z.number(),
    variables: z.array(variable).default([]),
  })
  .nullable()

const values = z.record(z.string(), z.string()).default({})

const check = z
  .object({ kind: z.enum(CHECK_KINDS).nullable(), value: z.string(), ignoreCase: z.boolean() })
  .default(NO_CHECK)

const lane = z.object({
  modelId: z.string(),
  parameters,
  prompt: z.object({ systemPrompt: z.string(), template }).nullable().default(null),
  values,
})

/** What an older page may have remembered is checked like any input from outside. */
const savedDraft = z.object({
  lanes: z.array(lane).max(200),
  message: z.string(),
  systemPrompt: z.string(),
  template,
  values,
  parameters,
  iterations: z.int().min(1).max(200),
  check,
})

/** The draft that was last worked on here; null for a newcomer. */
export function recallDraft(name = NAME): Draft | null {
  const saved = savedDraft.safeParse(recallOwn(name))
  if (!saved.success) return null
  const lanes = saved.data.lanes.map((known, slot) => ({ ...newLane(slot, known.modelId), ...known }))
  return { ...saved.data, lanes }
}

export function rememberDraft(draft: Draft, name = NAME): void {
  const lanes = draft.lanes.map(({ modelId, parameters: own, prompt, values: filled }) => ({
    modelId,
    parameters: own,
    prompt,
    values: filled,
  }))
  rememberOwn(name, { ...draft, lanes })
}

/** What a newcomer finds: a message worth asking. The models join when they are known, so that pressing Run just works. */
export function firstDraft(message: string): Draft {
  return { ...EMPTY_DRAFT, message }
}

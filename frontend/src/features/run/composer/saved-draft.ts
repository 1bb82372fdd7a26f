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

/** What an older page may have remembered is checked like any input from outside. */
const savedDraft = z.object({
  lanes: z.array(z.object({ modelId: z.string(), parameters })).max(200),
  message: z.string(),
  systemPrompt: z.string(),
  template: z
    .object({ versionId: z.string(), name: z.string(), number: z.number(), variables: z.array(variable).default([]) })
    .nullable(),
  values: z.record(z.string(), z.string()).default({}),
  parameters,
  iterations: z.int().min(1).max(200),
})

/** The draft that was last worked on here; null for a newcomer. */
export function recallDraft(): Draft | null {
  const saved = savedDraft.safeParse(recallOwn(NAME))
  if (!saved.success) return null
  const lanes = saved.data.lanes.map((lane, slot) => ({ ...newLane(slot, lane.modelId), parameters: lane.parameters }))
  return { ...saved.data, lanes }
}

export function rememberDraft(draft: Draft): void {
  const lanes = draft.lanes.map(({ modelId, parameters: own }) => ({ modelId, parameters: own }))
  rememberOwn(NAME, { ...draft, lanes })
}

/** What a newcomer finds: a message worth asking. The models join when they are known, so that pressing Run just works. */
export function firstDraft(message: string): Draft {
  return { ...EMPTY_DRAFT, message }
}

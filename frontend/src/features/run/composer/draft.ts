import type { StartRunInput } from '@/__generated__/graphql'
import { isWrong, PARAMETERS, toInput, type ParameterText } from '@/features/run/composer/parameter-text'
import { MAX_TEXT_BYTES, utf8Bytes } from '@/lib/bytes'

/** What the next run will ask, while it is being written. */
export interface Draft {
  lanes: readonly DraftLane[]
  message: string
  systemPrompt: string
  /** The template whose text the system prompt is, word for word. */
  template: Template | null
  parameters: ParameterText
  iterations: number
}

export interface DraftLane {
  /** Its letter and colour; it stays with the lane when others go, until the next run counts anew. */
  slot: number
  modelId: string
  parameters: ParameterText
  /** A prompt of its own, which only a run that was loaded can bring. */
  systemPrompt: string | null
  /** The lane of the shown run whose answers stand below; null once the model was changed. */
  runPosition: number | null
}

export interface Template {
  versionId: string
  name: string
  number: number
}

export const MAX_ANSWERS = 200

export const EMPTY_DRAFT: Draft = {
  lanes: [],
  message: '',
  systemPrompt: '',
  template: null,
  parameters: { temperature: '0.7', maxTokens: '1024' },
  iterations: 1,
}

/** A place in the input, named as the server names it in `extensions.field`. */
export type FieldPath = string

/** What is wrong with a draft before it is sent: a key of the words for it, by place. */
export function problemsOf(draft: Draft): Record<FieldPath, Problem> {
  const problems: Record<FieldPath, Problem> = {}
  if (draft.message.trim() === '') problems['input.userMessage'] = 'messageMissing'
  else if (utf8Bytes(draft.message) > MAX_TEXT_BYTES) problems['input.userMessage'] = 'tooLong'
  if (utf8Bytes(draft.systemPrompt) > MAX_TEXT_BYTES) problems['input.systemPrompt'] = 'tooLong'
  if (draft.lanes.length === 0) problems['input.lanes'] = 'lanesMissing'
  if (draft.lanes.length * draft.iterations > MAX_ANSWERS) problems['input.iterations'] = 'tooMany'
  for (const name of PARAMETERS) {
    if (isWrong(name, draft.parameters[name])) problems[`input.parameters.${name}`] = `${name}Wrong`
    for (const [index, lane] of draft.lanes.entries()) {
      if (isWrong(name, lane.parameters[name])) problems[`input.lanes[${index}].parameters.${name}`] = `${name}Wrong`
    }
  }
  return problems
}

export type Problem = 'messageMissing' | 'tooLong' | 'lanesMissing' | 'tooMany' | `${(typeof PARAMETERS)[number]}Wrong`

/** What is sent to start the draft. */
export function startInput(draft: Draft, idempotencyKey: string): StartRunInput {
  const systemPrompt = draft.template ? null : draft.systemPrompt.trim() && draft.systemPrompt
  return {
    lanes: draft.lanes.map((lane) => ({
      modelId: lane.modelId,
      ...whereSet('parameters', toInput(lane.parameters)),
      ...whereSet('systemPrompt', lane.systemPrompt),
    })),
    userMessage: draft.message,
    ...whereSet('systemPrompt', systemPrompt === '' ? null : systemPrompt),
    ...whereSet('promptVersionId', draft.template?.versionId ?? null),
    ...whereSet('parameters', toInput(draft.parameters)),
    iterations: draft.iterations,
    idempotencyKey,
  }
}

function whereSet<K extends string, V>(key: K, value: V | null): Partial<Record<K, V>> {
  return value === null ? {} : ({ [key]: value } as Record<K, V>)
}

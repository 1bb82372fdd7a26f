import type { LaneInput, StartRunInput, VariableInput } from '@/__generated__/graphql'
import { checkInput } from '@/features/run/composer/check-draft'
import type { Draft, DraftLane, PromptText, Values } from '@/features/run/composer/draft'
import { namesUsed, variablesOf } from '@/features/run/composer/lane-prompt'
import { toInput } from '@/features/run/composer/parameter-text'

/** What is sent to start the draft. */
export function startInput(draft: Draft, idempotencyKey: string): StartRunInput {
  const isTyped = draft.template !== null || draft.systemPrompt.trim() !== ''
  return {
    lanes: draft.lanes.map((lane) => laneInput(draft, lane)),
    userMessage: draft.message,
    ...(isTyped ? promptInput(draft) : {}),
    ...whereSet('variables', filled(namesUsed(draft), draft.values)),
    ...whereSet('parameters', toInput(draft.parameters)),
    iterations: draft.iterations,
    ...whereSet('check', checkInput(draft.check)),
    idempotencyKey,
  }
}

/** An empty prompt of the lane's own is sent: it stands for none at all. */
function laneInput(draft: Draft, lane: DraftLane): LaneInput {
  const names = variablesOf(draft, lane).map(({ name }) => name)
  return {
    modelId: lane.modelId,
    ...whereSet('parameters', toInput(lane.parameters)),
    ...(lane.prompt ? promptInput(lane.prompt) : {}),
    ...whereSet('variables', filled(names, lane.values)),
  }
}

function promptInput({ template, systemPrompt }: PromptText) {
  return template ? { promptVersionId: template.versionId } : { systemPrompt }
}

/** The values that are sent: what is not filled in has a default. */
function filled(names: readonly string[], values: Values): VariableInput[] | null {
  const sent = names.map((name) => ({ name, value: values[name] ?? '' })).filter(({ value }) => value !== '')
  return sent.length > 0 ? sent : null
}

function whereSet<K extends string, V>(key: K, value: V | null): Partial<Record<K, V>> {
  return value === null ? {} : ({ [key]: value } as Record<K, V>)
}

import type { Draft, DraftLane, PromptText } from '@/features/run/composer/draft'
import type { PromptVariable } from '@/lib/variables'

/** The system prompt that a lane asks with; without a lane, that of those that have none of their own. */
export function promptOf(draft: Draft, lane: DraftLane | null): PromptText {
  return lane?.prompt ?? draft
}

/** The variables of a lane's prompt. What is filled in for all lanes is what holds where the lane says nothing. */
export function variablesOf(draft: Draft, lane: DraftLane | null): readonly PromptVariable[] {
  const variables = promptOf(draft, lane).template?.variables ?? []
  if (lane === null) return variables
  return variables.map((variable) => ({ ...variable, defaultValue: sharedValue(draft, variable) }))
}

/** The names of all variables that the run fills in, the lanes' own included; each once. */
export function namesUsed(draft: Draft): string[] {
  const templates = [draft.template, ...draft.lanes.map((lane) => lane.prompt?.template ?? null)]
  return [...new Set(templates.flatMap((template) => template?.variables.map(({ name }) => name) ?? []))]
}

/** Whether a lane asks with something of the prompt that is its own. */
export function hasOwnPrompt(lane: DraftLane): boolean {
  return lane.prompt !== null || Object.values(lane.values).some((value) => value !== '')
}

function sharedValue(draft: Draft, { name, defaultValue }: PromptVariable): string | null {
  const shared = draft.values[name] ?? ''
  return shared === '' ? defaultValue : shared
}

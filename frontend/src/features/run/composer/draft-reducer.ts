import type { CheckDraft } from '@/features/run/composer/check-draft'
import type { Draft, DraftLane, PromptText, Template } from '@/features/run/composer/draft'
import { draftOf } from '@/features/run/composer/draft-of-run'
import { promptOf } from '@/features/run/composer/lane-prompt'
import type { ParameterName, ParameterText } from '@/features/run/composer/parameter-text'
import type { RunRecord } from '@/features/run/live/run-state'

/** How many models a newcomer finds chosen. */
const FIRST_LANES = 4

/** For whom something is: the lane of this slot alone; absent or null, all lanes without one of their own. */
interface Scope {
  slot?: number | null
}

export type DraftAction =
  | { type: 'message'; text: string }
  | ({ type: 'systemPrompt'; text: string } & Scope)
  | ({ type: 'template'; template: Template; content: string; parameters?: ParameterText } & Scope)
  | ({ type: 'value'; name: string; text: string } & Scope)
  | ({ type: 'saved'; template: Template } & Scope)
  | { type: 'followPrompt'; slot: number }
  | { type: 'followAll'; slot: number }
  | { type: 'giveToAll'; slot: number }
  | { type: 'shared'; name: ParameterName; text: string }
  | { type: 'own'; slot: number; name: ParameterName; text: string }
  | { type: 'iterations'; count: number }
  | { type: 'check'; check: CheckDraft }
  | { type: 'addLane'; modelId: string }
  | { type: 'duplicateLane'; slot: number }
  | { type: 'removeLane'; slot: number }
  | { type: 'setModel'; slot: number; modelId: string }
  | { type: 'meetModels'; ids: readonly string[]; ready: readonly string[] }
  | { type: 'replace'; draft: Draft }
  | { type: 'newTest' }
  | { type: 'load'; run: RunRecord }
  | { type: 'started' }

export function draftReducer(draft: Draft, action: DraftAction): Draft {
  switch (action.type) {
    case 'message':
      return { ...draft, message: action.text }
    case 'systemPrompt':
      return withPrompt(draft, action, { systemPrompt: action.text, template: null })
    case 'template':
      return withParameters(withPrompt(draft, action, textOf(action)), action.parameters ?? {})
    case 'value':
      return withValue(draft, action)
    case 'saved':
      return withPrompt(draft, action, { ...promptOf(draft, laneAt(draft, action)), template: action.template })
    case 'followPrompt':
      return onLane(draft, action.slot, (lane) => ({ ...lane, prompt: null, values: {} }))
    case 'followAll':
      return onLane(draft, action.slot, following)
    case 'giveToAll':
      return giveToAll(draft, laneAt(draft, action))
    case 'shared':
      return { ...draft, parameters: { ...draft.parameters, [action.name]: action.text } }
    case 'own':
      return onLane(draft, action.slot, (lane) => ({
        ...lane,
        parameters: { ...lane.parameters, [action.name]: action.text },
      }))
    case 'iterations':
      return { ...draft, iterations: Math.max(1, Math.min(200, action.count)) }
    case 'check':
      return { ...draft, check: action.check }
    case 'addLane':
      return { ...draft, lanes: [...draft.lanes, newLane(freeSlot(draft), action.modelId)] }
    case 'duplicateLane':
      return duplicate(draft, laneAt(draft, action))
    case 'removeLane':
      return { ...draft, lanes: draft.lanes.filter((lane) => lane.slot !== action.slot) }
    case 'setModel':
      return onLane(draft, action.slot, (lane) => ({ ...lane, modelId: action.modelId, runPosition: null }))
    case 'meetModels':
      return meetModels(draft, action.ids, action.ready)
    case 'replace':
      return action.draft
    case 'newTest':
      return { ...draft, lanes: draft.lanes.map((lane) => ({ ...lane, runPosition: null })) }
    case 'load':
      return draftOf(action.run)
    case 'started':
      return { ...draft, lanes: draft.lanes.map((lane, index) => ({ ...lane, slot: index, runPosition: index })) }
  }
}

export function newLane(slot: number, modelId: string): DraftLane {
  return { slot, modelId, parameters: {}, prompt: null, values: {}, runPosition: null }
}

/** How many things a lane sets for itself: parameters, its prompt, and values of variables. */
export function ownCount(lane: DraftLane): number {
  const set = Object.values(lane.parameters).filter((text) => text.trim() !== '')
  const filled = Object.values(lane.values).filter((value) => value !== '')
  return set.length + filled.length + (lane.prompt === null ? 0 : 1)
}

function laneAt({ lanes }: Draft, { slot = null }: Scope): DraftLane | null {
  return lanes.find((lane) => lane.slot === slot) ?? null
}

function textOf({ content, template }: { content: string; template: Template }): PromptText {
  return { systemPrompt: content, template }
}

function withPrompt(draft: Draft, { slot = null }: Scope, prompt: PromptText): Draft {
  return slot === null ? { ...draft, ...prompt } : onLane(draft, slot, (lane) => ({ ...lane, prompt }))
}

function withValue(draft: Draft, { slot = null, name, text }: { name: string; text: string } & Scope): Draft {
  if (slot === null) return { ...draft, values: { ...draft.values, [name]: text } }
  return onLane(draft, slot, (lane) => ({ ...lane, values: { ...lane.values, [name]: text } }))
}

/** The parameters of a template that has some take the place of all shared ones. */
function withParameters(draft: Draft, parameters: ParameterText): Draft {
  return Object.keys(parameters).length > 0 ? { ...draft, parameters } : draft
}

/** A lane with nothing of its own but its model. */
function following(lane: DraftLane): DraftLane {
  return { ...lane, parameters: {}, prompt: null, values: {} }
}

/** What one lane asks with becomes what all ask with. */
function giveToAll(draft: Draft, lane: DraftLane | null): Draft {
  if (lane === null) return draft
  const { systemPrompt, template } = promptOf(draft, lane)
  return {
    ...draft,
    systemPrompt,
    template,
    values: { ...draft.values, ...whereFilled(lane.values) },
    parameters: { ...draft.parameters, ...whereFilled(lane.parameters) },
    lanes: draft.lanes.map(following),
  }
}

function whereFilled<T extends Readonly<Record<string, string>>>(texts: T): T {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== '')) as T
}

function duplicate(draft: Draft, lane: DraftLane | null): Draft {
  if (lane === null) return draft
  return { ...draft, lanes: [...draft.lanes, { ...lane, slot: freeSlot(draft), runPosition: null }] }
}

/** Lanes of models that are gone are left out; where none is left, the first models that answer take their places. */
function meetModels(draft: Draft, ids: readonly string[], ready: readonly string[]): Draft {
  const lanes = draft.lanes.filter((lane) => ids.includes(lane.modelId))
  if (lanes.length === draft.lanes.length && lanes.length > 0) return draft
  return {
    ...draft,
    lanes: lanes.length > 0 ? lanes : ready.slice(0, FIRST_LANES).map((id, slot) => newLane(slot, id)),
  }
}

function freeSlot({ lanes }: Draft): number {
  const taken = new Set(lanes.map((lane) => lane.slot))
  let slot = 0
  while (taken.has(slot)) slot++
  return slot
}

function onLane(draft: Draft, slot: number, change: (lane: DraftLane) => DraftLane): Draft {
  return { ...draft, lanes: draft.lanes.map((lane) => (lane.slot === slot ? change(lane) : lane)) }
}

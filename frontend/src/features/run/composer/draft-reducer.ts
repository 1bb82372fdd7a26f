import { templateOf, type Draft, type DraftLane, type Template } from '@/features/run/composer/draft'
import { toText, type ParameterName, type ParameterText } from '@/features/run/composer/parameter-text'
import type { LaneRecord, RunRecord } from '@/features/run/live/run-state'

/** How many models a newcomer finds chosen. */
const FIRST_LANES = 4

export type DraftAction =
  | { type: 'message'; text: string }
  | { type: 'systemPrompt'; text: string }
  | { type: 'template'; template: Template; content: string; parameters?: ParameterText }
  | { type: 'value'; name: string; text: string }
  | { type: 'saved'; template: Template }
  | { type: 'shared'; name: ParameterName; text: string }
  | { type: 'own'; slot: number; name: ParameterName; text: string }
  | { type: 'iterations'; count: number }
  | { type: 'addLane'; modelId: string }
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
      return { ...draft, systemPrompt: action.text, template: null }
    case 'template':
      return withTemplate(draft, action.template, action.content, action.parameters ?? {})
    case 'value':
      return { ...draft, values: { ...draft.values, [action.name]: action.text } }
    case 'saved':
      return { ...draft, template: action.template }
    case 'shared':
      return { ...draft, parameters: { ...draft.parameters, [action.name]: action.text } }
    case 'own':
      return onLane(draft, action.slot, (lane) => ({
        ...lane,
        parameters: { ...lane.parameters, [action.name]: action.text },
      }))
    case 'iterations':
      return { ...draft, iterations: Math.max(1, Math.min(200, action.count)) }
    case 'addLane':
      return { ...draft, lanes: [...draft.lanes, newLane(freeSlot(draft), action.modelId)] }
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
  return { slot, modelId, parameters: {}, systemPrompt: null, runPosition: null }
}

/** How many parameters, the prompt included, a lane sets for itself. */
export function ownCount(lane: DraftLane): number {
  const set = Object.values(lane.parameters).filter((text) => text.trim() !== '')
  return set.length + (lane.systemPrompt === null ? 0 : 1)
}

/** The parameters of a template that has some take the place of all shared ones. */
function withTemplate(draft: Draft, template: Template, content: string, parameters: ParameterText): Draft {
  const suggested = Object.keys(parameters).length > 0 ? parameters : draft.parameters
  return { ...draft, systemPrompt: content, template, parameters: suggested }
}

/** The draft that would start the same run again. */
function draftOf(run: RunRecord): Draft {
  const version = run.promptVersion
  const given = run.variables.filter(({ source }) => source !== 'DEFAULT')
  return {
    lanes: run.lanes.map((lane) => laneOf(run, lane)),
    message: run.userMessage,
    // The run's own text has the values in it already.
    systemPrompt: version?.content ?? run.systemPrompt ?? '',
    template: version ? templateOf(version.prompt.name, version) : null,
    values: Object.fromEntries(given.map(({ name, value }) => [name, value])),
    parameters: toText(run.parameters),
    iterations: run.iterations,
  }
}

function laneOf(run: RunRecord, lane: LaneRecord): DraftLane {
  return {
    slot: lane.position,
    modelId: lane.model?.id ?? '',
    parameters: toText(lane.parameters, lane.ownParameters),
    systemPrompt: lane.systemPrompt === run.systemPrompt ? null : (lane.systemPrompt ?? ''),
    runPosition: lane.position,
  }
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

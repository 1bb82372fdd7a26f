import { checkOf } from '@/features/run/composer/check-draft'
import { templateOf, type Draft, type DraftLane, type PromptText, type Values } from '@/features/run/composer/draft'
import { toText } from '@/features/run/composer/parameter-text'
import type { LaneRecord, RunRecord } from '@/features/run/live/run-state'

/** The draft that would start the same run again. */
export function draftOf(run: RunRecord): Draft {
  return {
    ...promptText(run),
    lanes: run.lanes.map((lane) => laneOf(run, lane)),
    message: run.userMessage,
    // Lanes with prompts of their own may have taken values of the run that its own prompt has no place for.
    values: [...run.lanes, run].reduce<Values>((values, prompted) => ({ ...values, ...valuesOf(prompted, 'RUN') }), {}),
    parameters: toText(run.parameters),
    iterations: run.iterations,
    check: checkOf(run),
  }
}

/** A lane of a run, with what was its own. */
export function laneOf(run: RunRecord, lane: LaneRecord): DraftLane {
  return {
    slot: lane.position,
    modelId: lane.model?.id ?? '',
    parameters: toText(lane.parameters, lane.ownParameters),
    prompt: isShared(run, lane) ? null : promptText(lane),
    values: valuesOf(lane, 'LANE'),
    runPosition: lane.position,
  }
}

type Prompted = Pick<RunRecord, 'systemPrompt' | 'promptVersion' | 'variables'>

/** The text of a version is the version's: the run's own has the values in it already. */
function promptText({ promptVersion: version, systemPrompt }: Prompted): PromptText {
  if (!version) return { systemPrompt: systemPrompt ?? '', template: null }
  return { systemPrompt: version.content, template: templateOf(version.prompt, version) }
}

function isShared(run: RunRecord, lane: LaneRecord): boolean {
  if (lane.promptVersion || run.promptVersion) return lane.promptVersion?.id === run.promptVersion?.id
  return (lane.systemPrompt ?? '') === (run.systemPrompt ?? '')
}

function valuesOf({ variables }: Prompted, from: 'RUN' | 'LANE'): Values {
  const given = variables.filter(({ source }) => source === from)
  return Object.fromEntries(given.map(({ name, value }) => [name, value]))
}

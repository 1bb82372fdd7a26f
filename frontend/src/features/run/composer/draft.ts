import type { StartRunInput, Template_VersionFragment, VariableInput } from '@/__generated__/graphql'
import { isWrong, PARAMETERS, toInput, type ParameterText } from '@/features/run/composer/parameter-text'
import { MAX_TEXT_BYTES, utf8Bytes } from '@/lib/bytes'
import { valueProblem, type PromptVariable } from '@/lib/variables'

/** What the next run will ask, while it is being written. */
export interface Draft {
  lanes: readonly DraftLane[]
  message: string
  systemPrompt: string
  /** The template whose text the system prompt is, word for word. */
  template: Template | null
  /** What is filled in for its variables, by name; also for those of templates before, that may have the same. */
  values: Readonly<Record<string, string>>
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
  /** What a run has to fill in. */
  variables: readonly PromptVariable[]
}

/** A version as a template of this name. */
export function templateOf(name: string, version: Omit<Template_VersionFragment, ' $fragmentName'>): Template {
  const variables = version.variables.map(({ name: variable, type, description, defaultValue, options }) => ({
    name: variable,
    type,
    description,
    defaultValue,
    options,
  }))
  return { versionId: version.id, name, number: version.number, variables }
}

export const MAX_ANSWERS = 200

export const EMPTY_DRAFT: Draft = {
  lanes: [],
  message: '',
  systemPrompt: '',
  template: null,
  values: {},
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
  for (const variable of draft.template?.variables ?? []) {
    const problem = valueProblem(variable, draft.values[variable.name])
    if (problem !== null) problems[variablePath(variable.name)] = VALUE_PROBLEMS[problem]
  }
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

const VALUE_PROBLEMS = {
  missing: 'valueMissing',
  number: 'valueNumber',
  choice: 'valueChoice',
  tooLong: 'valueTooLong',
} as const

export type Problem =
  | 'messageMissing'
  | 'tooLong'
  | 'lanesMissing'
  | 'tooMany'
  | (typeof VALUE_PROBLEMS)[keyof typeof VALUE_PROBLEMS]
  | `${(typeof PARAMETERS)[number]}Wrong`

const VARIABLE_PATH = 'input.variables.'

/** Where what is wrong with a value stands: by its name, for the server counts values that may not have been sent. */
export function variablePath(name: string): FieldPath {
  return VARIABLE_PATH + name
}

/** The variable that a path is about; null where it is about something else. */
export function variableAt(path: FieldPath): string | null {
  return path.startsWith(VARIABLE_PATH) ? path.slice(VARIABLE_PATH.length) : null
}

/** The values that are sent: what is not filled in has a default. */
function variablesInput({ template, values }: Draft): VariableInput[] | null {
  const filled = (template?.variables ?? []).map(({ name }) => ({ name, value: values[name] ?? '' }))
  const sent = filled.filter(({ value }) => value !== '')
  return sent.length > 0 ? sent : null
}

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
    ...whereSet('variables', variablesInput(draft)),
    ...whereSet('parameters', toInput(draft.parameters)),
    iterations: draft.iterations,
    idempotencyKey,
  }
}

function whereSet<K extends string, V>(key: K, value: V | null): Partial<Record<K, V>> {
  return value === null ? {} : ({ [key]: value } as Record<K, V>)
}

import { checkProblem } from '@/features/run/composer/check-draft'
import type { Draft, DraftLane } from '@/features/run/composer/draft'
import { variablesOf } from '@/features/run/composer/lane-prompt'
import { isWrong, PARAMETERS } from '@/features/run/composer/parameter-text'
import { MAX_TEXT_BYTES, utf8Bytes } from '@/lib/bytes'
import { valueProblem, type PromptVariable } from '@/lib/variables'

const MAX_ANSWERS = 200

/** A place in the input, named as the server names it in `extensions.field`. */
export type FieldPath = string

type Problems = Record<FieldPath, Problem>

/** What is wrong with a draft before it is sent: a key of the words for it, by place. */
export function problemsOf(draft: Draft): Problems {
  const problems: Problems = {}
  if (draft.message.trim() === '') problems['input.userMessage'] = 'messageMissing'
  else if (utf8Bytes(draft.message) > MAX_TEXT_BYTES) problems['input.userMessage'] = 'tooLong'
  if (utf8Bytes(draft.systemPrompt) > MAX_TEXT_BYTES) problems['input.systemPrompt'] = 'tooLong'
  if (draft.lanes.length === 0) problems['input.lanes'] = 'lanesMissing'
  else if (draft.lanes.length * draft.iterations > MAX_ANSWERS) problems['input.iterations'] = 'tooMany'
  const check = checkProblem(draft.check)
  if (check !== null) problems['input.check.value'] = check
  for (const name of PARAMETERS) {
    if (isWrong(name, draft.parameters[name])) problems[`input.parameters.${name}`] = `${name}Wrong`
  }
  Object.assign(problems, sharedValueProblems(draft))
  draft.lanes.forEach((lane, index) => Object.assign(problems, laneProblems(draft, lane, index)))
  return problems
}

/** A value that is missing for all lanes is missed only by those that follow the shared prompt and have none of their own. */
function sharedValueProblems(draft: Draft): Problems {
  const followers = draft.lanes.filter(({ prompt }) => prompt === null)
  const problems: Problems = {}
  for (const variable of draft.template?.variables ?? []) {
    const problem = valueProblem(variable, draft.values[variable.name])
    const missed = followers.some(({ values }) => (values[variable.name] ?? '') === '')
    if (problem !== null && (problem !== 'missing' || missed)) {
      problems[variablePath(variable.name)] = VALUE_PROBLEMS[problem]
    }
  }
  return problems
}

function laneProblems(draft: Draft, lane: DraftLane, index: number): Problems {
  const problems: Problems = {}
  for (const name of PARAMETERS) {
    if (isWrong(name, lane.parameters[name])) problems[lanePath(index, `parameters.${name}`)] = `${name}Wrong`
  }
  if (lane.prompt && utf8Bytes(lane.prompt.systemPrompt) > MAX_TEXT_BYTES) {
    problems[lanePath(index, 'systemPrompt')] = 'tooLong'
  }
  for (const variable of variablesOf(draft, lane)) {
    const problem = laneValueProblem(lane, variable)
    if (problem !== null) problems[lanePath(index, `variables.${variable.name}`)] = VALUE_PROBLEMS[problem]
  }
  return problems
}

/** What the lane takes from all lanes is told there, unless its prompt is its own: then nobody else misses it. */
function laneValueProblem(lane: DraftLane, variable: PromptVariable) {
  const value = lane.values[variable.name] ?? ''
  return value === '' && lane.prompt === null ? null : valueProblem(variable, value)
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
  | 'checkMissing'
  | 'lanesMissing'
  | 'tooMany'
  | (typeof VALUE_PROBLEMS)[keyof typeof VALUE_PROBLEMS]
  | `${(typeof PARAMETERS)[number]}Wrong`

/** A place in the lane at this index. */
export function lanePath(index: number, field: string): FieldPath {
  return `input.lanes[${index}].${field}`
}

/** Where what is wrong with a value stands: by its name, for the server counts values that may not have been sent. */
export function variablePath(name: string): FieldPath {
  return `input.variables.${name}`
}

/** The variable that a path is about; null where it is about something else. */
export function variableAt(path: FieldPath): string | null {
  return /^input\.(?:lanes\[\d+\]\.)?variables\.(.+)$/.exec(path)?.[1] ?? null
}

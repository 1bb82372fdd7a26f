import { readParameters, readTools, type JsonProblem } from '@/features/prompt/editor/json-fields'
import { variablesOf, type PromptDraft } from '@/features/prompt/editor/prompt-draft'
import { MAX_TEXT_BYTES, utf8Bytes } from '@/lib/bytes'
import { valueProblem } from '@/lib/variables'

const MAX_TURNS_BYTES = 32_768
const MAX_VARIABLES = 50

export type VariableProblem = 'optionsMissing' | 'defaultNumber' | 'defaultChoice' | 'defaultTooLong'

/** What is wrong with a draft before it is sent; empty where nothing is. */
export interface Problems {
  content?: 'missing' | 'tooLong' | 'tooManyVariables'
  turns?: 'blank' | 'tooLong'
  parameters?: { problem: JsonProblem; what: string }
  tools?: { problem: JsonProblem; what: string }
  variables?: Readonly<Record<string, VariableProblem>>
}

export function problemsOf(draft: PromptDraft): Problems {
  const problems: Problems = {}
  if (draft.content === '') problems.content = 'missing'
  else if (utf8Bytes(draft.content) > MAX_TEXT_BYTES) problems.content = 'tooLong'
  else if (variablesOf(draft).length > MAX_VARIABLES) problems.content = 'tooManyVariables'
  const turns = draft.turns.flatMap(({ user, assistant }) => [user, assistant])
  if (turns.includes('')) problems.turns = 'blank'
  else if (turns.some((text) => utf8Bytes(text) > MAX_TEXT_BYTES) || utf8Bytes(turns.join('')) > MAX_TURNS_BYTES)
    problems.turns = 'tooLong'
  const parameters = readParameters(draft.parameters)
  if ('problem' in parameters) problems.parameters = parameters
  const tools = readTools(draft.tools)
  if ('problem' in tools) problems.tools = tools
  const variables = variableProblems(draft)
  if (Object.keys(variables).length > 0) problems.variables = variables
  return problems
}

const OF_DEFAULT = { number: 'defaultNumber', choice: 'defaultChoice', tooLong: 'defaultTooLong' } as const

function variableProblems(draft: PromptDraft): Record<string, VariableProblem> {
  const problems: Record<string, VariableProblem> = {}
  for (const variable of variablesOf(draft)) {
    const { name, type, options, defaultValue } = variable
    if (type === 'CHOICE' && options.length === 0) problems[name] = 'optionsMissing'
    else if (defaultValue !== null) {
      const problem = valueProblem(variable, defaultValue)
      if (problem !== null && problem !== 'missing') problems[name] = OF_DEFAULT[problem]
    }
  }
  return problems
}

import { utf8Bytes } from '@/lib/bytes'

export const VARIABLE_TYPES = ['TEXT', 'LONG_TEXT', 'NUMBER', 'CHOICE'] as const
export type VariableType = (typeof VARIABLE_TYPES)[number]

/** A place in a prompt that a value takes when a run starts. */
export interface PromptVariable {
  name: string
  type: VariableType
  /** What it means; empty where nobody said. */
  description: string
  /** The value where none is given; null where one must be. */
  defaultValue: string | null
  /** What can be chosen; empty unless it is a choice. */
  options: readonly string[]
}

const MAX_VALUE_BYTES = 10_240

/** As the server reads a number. */
const NUMBER = /^[+-]?(\d{1,40}(\.\d{0,40})?|\.\d{1,40})([eE][+-]?\d{1,3})?$/

export type ValueProblem = 'missing' | 'number' | 'choice' | 'tooLong'

/** What is wrong with a value; null where nothing is. Nothing typed means the default. */
export function valueProblem(variable: PromptVariable, value: string | undefined): ValueProblem | null {
  if (value === undefined || value === '') return variable.defaultValue === null ? 'missing' : null
  if (utf8Bytes(value) > MAX_VALUE_BYTES) return 'tooLong'
  if (variable.type === 'NUMBER' && !NUMBER.test(value)) return 'number'
  if (variable.type === 'CHOICE' && !variable.options.includes(value)) return 'choice'
  return null
}

/** The value of each that has one: what was typed, else the default. */
export function valuesToFill(
  variables: readonly PromptVariable[],
  typed: Readonly<Record<string, string>>,
): Record<string, string> {
  const values = variables.map(
    ({ name, defaultValue }) => [name, typed[name] === '' ? defaultValue : (typed[name] ?? defaultValue)] as const,
  )
  return Object.fromEntries(values.filter((pair): pair is readonly [string, string] => pair[1] !== null))
}

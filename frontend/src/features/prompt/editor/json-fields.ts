import type { ParametersInput } from '@/__generated__/graphql'
import { utf8Bytes } from '@/lib/bytes'

const PARAMETERS = [
  'temperature',
  'maxTokens',
  'topP',
  'seed',
  'stop',
  'topK',
  'minP',
  'frequencyPenalty',
  'presencePenalty',
  'repetitionPenalty',
  'reasoningEffort',
  'responseFormat',
  'extra',
] as const satisfies (keyof ParametersInput)[]

const MAX_TOOLS = 64
export const MAX_TOOLS_BYTES = 32_768

export type JsonProblem = 'syntax' | 'notObject' | 'notList' | 'unknown' | 'tooLong' | 'tooMany'

/** What a text comes to, null where nothing was typed; or what is wrong with it. */
export type JsonReading<T> = { value: T | null } | { problem: JsonProblem; /** What it is about. */ what: string }

/** Parameters as JSON. Whether a value is in its bounds the server says. */
export function readParameters(text: string): JsonReading<ParametersInput> {
  const read = parse(text)
  if ('problem' in read || read.value === null) return read as JsonReading<ParametersInput>
  if (!isObject(read.value)) return { problem: 'notObject', what: '' }
  const unknown = Object.keys(read.value).find((name) => !(PARAMETERS as readonly string[]).includes(name))
  if (unknown !== undefined) return { problem: 'unknown', what: unknown }
  const set = Object.entries(read.value).filter(([, value]) => value !== null)
  return { value: set.length === 0 ? null : Object.fromEntries(set) }
}

/** Tools as JSON: a list of objects. */
export function readTools(text: string): JsonReading<unknown[]> {
  const read = parse(text)
  if ('problem' in read || read.value === null) return read as JsonReading<unknown[]>
  const { value } = read
  if (!Array.isArray(value) || !value.every(isObject)) return { problem: 'notList', what: '' }
  if (value.length > MAX_TOOLS) return { problem: 'tooMany', what: String(MAX_TOOLS) }
  if (utf8Bytes(JSON.stringify(value)) > MAX_TOOLS_BYTES) return { problem: 'tooLong', what: '' }
  return { value: value.length === 0 ? null : value }
}

function parse(text: string): JsonReading<unknown> {
  if (text.trim() === '') return { value: null }
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return { problem: 'syntax', what: '' }
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

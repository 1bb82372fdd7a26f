import { utf8Bytes } from '@/lib/bytes'

export type JsonObject = Record<string, unknown>

/** What is wrong with a text that should be a JSON object. */
export type JsonProblem = 'syntax' | 'notObject' | 'number' | 'tooLong' | 'tooMany'

/** How much one may hold: bytes as compact JSON, and fields at the top. */
export interface JsonLimits {
  bytes: number
  fields: number
}

/** What a text comes to; `value` is null where nothing was typed. */
export type JsonReading =
  | { value: JsonObject | null; bytes: number }
  | { problem: JsonProblem; /** Where the text stops being JSON, where the browser says so. */ line: number | null }

export function readObject(text: string | undefined, limits: JsonLimits): JsonReading {
  if (text === undefined || text.trim() === '') return { value: null, bytes: 0 }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { problem: 'syntax', line: lineOf(error, text) }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { problem: 'notObject', line: null }
  if (losesDigits(value)) return { problem: 'number', line: null }
  const bytes = utf8Bytes(JSON.stringify(value))
  if (bytes > limits.bytes) return { problem: 'tooLong', line: null }
  if (Object.keys(value).length > limits.fields) return { problem: 'tooMany', line: null }
  return { value: value as JsonObject, bytes }
}

/** As people read it. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2)
}

/** Whether a whole number in it has more digits than a browser keeps: it would be sent as another one. */
function losesDigits(value: unknown): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && !Number.isSafeInteger(value)
  return typeof value === 'object' && value !== null && Object.values(value).some(losesDigits)
}

/** Browsers say it in words only: "… at position 12", "… line 2 column 3". */
function lineOf(error: unknown, text: string): number | null {
  const words = error instanceof Error ? error.message : ''
  const line = /line (\d+)/.exec(words)?.[1]
  if (line !== undefined) return Number(line)
  const position = /position (\d+)/.exec(words)?.[1]
  return position === undefined ? null : text.slice(0, Number(position)).split('\n').length
}

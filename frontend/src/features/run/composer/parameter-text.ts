import type { ParametersInput, ReasoningEffort } from '@/__generated__/graphql'
import { jsonText, readObject, type JsonLimits } from '@/features/run/composer/json-text'

/** Those that most runs set, always in sight. */
export const COMMON_PARAMETERS = ['temperature', 'topP', 'maxTokens', 'seed', 'stop'] as const

/** Those that few runs set. */
export const MORE_PARAMETERS = [
  'topK',
  'minP',
  'frequencyPenalty',
  'presencePenalty',
  'repetitionPenalty',
  'reasoningEffort',
  'responseFormat',
  'extra',
] as const

/** Every one that the schema has: what is missing here would be lost when a run is opened and run again. */
export const PARAMETERS = [...COMMON_PARAMETERS, ...MORE_PARAMETERS] as const satisfies (keyof ParametersInput)[]

export type ParameterName = (typeof PARAMETERS)[number]

/** Parameters as they are typed. What is absent or blank is not set: a lane's own then follow the shared ones. */
export type ParameterText = Partial<Record<ParameterName, string>>

interface NumberLimits {
  min: number
  max: number
  /** How many decimals are shown; none where it is a whole number. */
  digits: number
  /** Whether `min` itself is too little. */
  above?: boolean
}

export const LIMITS = {
  temperature: { min: 0, max: 2, digits: 2 },
  topP: { min: 0, max: 1, digits: 2, above: true },
  maxTokens: { min: 1, max: 1_000_000, digits: 0 },
  topK: { min: 1, max: 1_000_000, digits: 0 },
  minP: { min: 0, max: 1, digits: 2 },
  frequencyPenalty: { min: -2, max: 2, digits: 2 },
  presencePenalty: { min: -2, max: 2, digits: 2 },
  repetitionPenalty: { min: 0, max: 2, digits: 2, above: true },
} satisfies Partial<Record<ParameterName, NumberLimits>>

export type NumberName = keyof typeof LIMITS

export const JSON_LIMITS = {
  responseFormat: { bytes: 16_384, fields: Infinity },
  extra: { bytes: 4_096, fields: 20 },
} satisfies Partial<Record<ParameterName, JsonLimits>>

export type JsonName = keyof typeof JSON_LIMITS

export const EFFORTS = ['NONE', 'MINIMAL', 'LOW', 'MEDIUM', 'HIGH'] as const satisfies ReasoningEffort[]

const SEED_BITS = 64

export function isNumberName(name: ParameterName): name is NumberName {
  return name in LIMITS
}

export function isJsonName(name: ParameterName): name is JsonName {
  return name in JSON_LIMITS
}

/** The number that was typed, separators aside; null when nothing is set, NaN when it cannot be meant. */
export function parseNumber(name: NumberName, text: string | undefined): number | null {
  const plain = bare(text)
  if (plain === '') return null
  const limits: NumberLimits = LIMITS[name]
  const value = Number(plain)
  const whole = limits.digits > 0 || Number.isInteger(value)
  const enough = limits.above ? value > limits.min : value >= limits.min
  return whole && enough && value <= limits.max ? value : NaN
}

/** A whole number of up to 64 bits, as text: a JavaScript number would round it. Null when nothing is set, undefined when it is none. */
export function parseSeed(text: string | undefined): string | null | undefined {
  const plain = bare(text)
  if (plain === '') return null
  if (!/^-?\d{1,19}$/.test(plain)) return undefined
  const seed = BigInt(plain)
  return BigInt.asIntN(SEED_BITS, seed) === seed ? seed.toString() : undefined
}

/** Texts parted by commas; `\n` is a line break, `\t` a tab, and `\,` and `\\` are the character itself. */
export function parseStop(text: string | undefined): string[] {
  const pieces = (text ?? '').match(/(?:\\[\s\S]|[^,\\])+/g) ?? []
  return pieces.map((piece) => unescape(piece.trim())).filter((piece) => piece !== '')
}

export function stopText(stop: readonly string[]): string {
  return stop
    .map((piece) => piece.replaceAll(/[\\,]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t'))
    .join(', ')
}

function unescape(piece: string): string {
  return piece.replaceAll(/\\([\s\S])/g, (_, mark: string) => (mark === 'n' ? '\n' : mark === 't' ? '\t' : mark))
}

function bare(text: string | undefined): string {
  return (text ?? '').replaceAll(/[,\s]/g, '')
}

/** Whether a parameter was typed in a way that cannot be sent. */
export function isWrong(name: ParameterName, text: string | undefined): boolean {
  if (isNumberName(name)) return Number.isNaN(parseNumber(name, text))
  if (isJsonName(name)) return 'problem' in readObject(text, JSON_LIMITS[name])
  if (name === 'seed') return parseSeed(text) === undefined
  if (name === 'reasoningEffort') return text !== undefined && text !== '' && !isEffort(text)
  const stop = parseStop(text)
  return stop.length > 16 || stop.some((piece) => piece.length > 200)
}

function isEffort(text: string): text is ReasoningEffort {
  return (EFFORTS as readonly string[]).includes(text)
}

/** What is sent; null where nothing is set. */
export function toInput(text: ParameterText): ParametersInput | null {
  const set = PARAMETERS.map((name) => [name, sent(name, text[name])] as const).filter(([, value]) => value !== null)
  return set.length > 0 ? Object.fromEntries(set) : null
}

/** What is wrong counts as not set here: nobody sends a draft that has some. */
function sent(name: ParameterName, text: string | undefined): unknown {
  if (isWrong(name, text)) return null
  if (isNumberName(name)) return parseNumber(name, text)
  if (isJsonName(name)) return objectOf(name, text)
  if (name === 'seed') return parseSeed(text)
  if (name === 'reasoningEffort') return text === '' ? null : (text ?? null)
  const stop = parseStop(text)
  return stop.length > 0 ? stop : null
}

function objectOf(name: JsonName, text: string | undefined) {
  const reading = readObject(text, JSON_LIMITS[name])
  return 'problem' in reading ? null : reading.value
}

/** The text of known parameters, of those alone that are named where names are given. */
export function toText(parameters: ParametersInput, names: readonly string[] = PARAMETERS): ParameterText {
  const text: ParameterText = {}
  for (const name of PARAMETERS) {
    const value: unknown = parameters[name]
    if (value === null || value === undefined || !names.includes(name)) continue
    if (name === 'stop') text.stop = stopText(value as string[])
    else text[name] = isJsonName(name) ? jsonText(value) : (value as string | number).toString()
  }
  return text
}

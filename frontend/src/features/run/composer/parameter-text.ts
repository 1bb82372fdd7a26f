import type { ParametersInput } from '@/__generated__/graphql'

export const PARAMETERS = ['temperature', 'topP', 'maxTokens', 'seed', 'stop'] as const

export type ParameterName = (typeof PARAMETERS)[number]

/** Parameters as they are typed. What is absent or blank is not set: a lane's own then follow the shared ones. */
export type ParameterText = Partial<Record<ParameterName, string>>

/** The limits of the numbers; `step` is that of the slider. */
export const LIMITS = {
  temperature: { min: 0, max: 2, digits: 2 },
  topP: { min: 0.01, max: 1, digits: 2 },
  maxTokens: { min: 1, max: 1_000_000, digits: 0 },
  seed: { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER, digits: 0 },
} as const

type NumberName = keyof typeof LIMITS

/** The number that was typed, separators aside; null when nothing is set, NaN when it cannot be meant. */
export function parseNumber(name: NumberName, text: string | undefined): number | null {
  const plain = (text ?? '').replaceAll(/[,\s]/g, '')
  if (plain === '') return null
  const { min, max, digits } = LIMITS[name]
  const value = Number(plain)
  const whole = digits > 0 || Number.isInteger(value)
  const above = name === 'topP' ? value > 0 : value >= min
  return whole && above && value <= max ? value : NaN
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

/** Whether a parameter was typed in a way that cannot be sent. */
export function isWrong(name: ParameterName, text: string | undefined): boolean {
  if (name !== 'stop') return Number.isNaN(parseNumber(name, text))
  const stop = parseStop(text)
  return stop.length > 16 || stop.some((piece) => piece.length > 200)
}

/** What is sent; null where nothing is set. */
export function toInput(text: ParameterText): ParametersInput | null {
  const input: ParametersInput = {}
  for (const name of ['temperature', 'topP', 'maxTokens', 'seed'] as const) {
    const value = parseNumber(name, text[name])
    if (value !== null) input[name] = value
  }
  const stop = parseStop(text.stop)
  if (stop.length > 0) input.stop = stop
  return Object.keys(input).length > 0 ? input : null
}

/** The text of known parameters, of those alone that are named where names are given. */
export function toText(parameters: ParametersInput, names: readonly string[] = PARAMETERS): ParameterText {
  const text: ParameterText = {}
  for (const name of PARAMETERS) {
    const value = parameters[name]
    if (value === null || value === undefined || !names.includes(name)) continue
    text[name] = Array.isArray(value) ? stopText(value) : String(value)
  }
  return text
}

/** The most answers at once that one may allow. */
const MAX_CONCURRENCY = 10_000

/** The most characters of a maintenance's message. */
export const MAX_MESSAGE = 500

/** What can be wrong with what is typed about a server: keys of `problem` in the locale files. */
export type ServerProblem = 'missing' | 'limit' | 'message'

/** How many answers at once; null where nothing was typed, which leaves it to the setting. */
export function readLimit(text: string): number | null {
  const plain = text.replaceAll(/[\s,_]/g, '')
  return plain === '' ? null : Number(plain)
}

export function limitProblem(text: string): ServerProblem | null {
  const limit = readLimit(text)
  return limit === null || (Number.isInteger(limit) && limit >= 0 && limit <= MAX_CONCURRENCY) ? null : 'limit'
}

export function maintenanceProblem(text: string): ServerProblem | null {
  return text.trim().length > MAX_MESSAGE ? 'message' : null
}

/** A seed that a number would round, in JSON text. Queries select `__typename` right before it, and answers keep that order. */
const LONG_SEED = /("__typename":\s*"Parameters",\s*"seed":\s*)(-?\d{16,})/g

/** The text of an answer with long seeds as texts, to the digit. */
export function keepSeeds(json: string): string {
  return json.replaceAll(LONG_SEED, '$1"$2"')
}

/** Asks as `fetch` does, and keeps long seeds. */
export async function fetchKeepingSeeds(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request)
  const { status, statusText, headers } = response
  return new Response(keepSeeds(await response.text()), { status, statusText, headers })
}

/** As `keepSeeds`, for messages that a library parses: a browser that tells the source of a number keeps its digits. */
export function reviveSeed(this: unknown, key: string, value: unknown, context?: { source?: string }): unknown {
  if (key !== 'seed' || typeof value !== 'number' || Number.isSafeInteger(value)) return value
  const { __typename } = this as { __typename?: string }
  return __typename === 'Parameters' ? (context?.source ?? value) : value
}

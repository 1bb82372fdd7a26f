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

/**
 * As `keepSeeds`, for messages that a library parses. A reviver would be called for every value of every token's message;
 * this looks for a seed in its text.
 */
export function keepSeedsIn(event: MessageEvent<unknown>): void {
  if (typeof event.data !== 'string' || !event.data.includes('"seed"')) return
  const kept = keepSeeds(event.data)
  if (kept !== event.data) Object.defineProperty(event, 'data', { value: kept })
}

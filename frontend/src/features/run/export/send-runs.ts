import { session } from '@/lib/session/session'
import { z } from '@/lib/zod'

/** What the server takes at once. */
export const MAX_IMPORT_BYTES = 64 * 1024 * 1024

const imported = z.object({ count: z.number(), ids: z.array(z.string()) })

const refused = z.object({
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ field: z.string().optional() }) })).min(1),
})

export type ImportOutcome =
  | { kind: 'done'; count: number; ids: string[] }
  /** `field` is the place in the file; null where it is about all of it. */
  | { kind: 'refused'; message: string; field: string | null }
  | { kind: 'unreachable' }

/** Sends a file of runs, and tells what became of it. */
export async function sendRuns(file: Blob): Promise<ImportOutcome> {
  try {
    await session.freshen()
    const response = await fetch('/import/runs', {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      credentials: 'same-origin',
      body: file,
    })
    return outcomeOf(response.ok, await response.json())
  } catch {
    return { kind: 'unreachable' }
  }
}

export function outcomeOf(ok: boolean, body: unknown): ImportOutcome {
  if (ok) return { kind: 'done', ...imported.parse(body) }
  const error = refused.parse(body).errors[0]
  return { kind: 'refused', message: error?.message ?? '', field: error?.extensions.field ?? null }
}

import { FORMATS, type Format } from '@/features/run/batch/messages/read-rows'
import { recallOwn, rememberOwn } from '@/lib/storage'
import { z } from '@/lib/zod'

const NAME = 'batch-source'
/** Browsers keep some five million characters for a site, drafts and all. */
const MOST_KEPT = 2_000_000

/** Where the messages of the next batch come from, while it is being written. */
export interface BatchSource {
  /** What to call the batch. */
  name: string
  text: string
  /** The file that the text came from; null where it was typed. */
  fileName: string | null
  format: Format
  /** Whether the first line of a CSV names the columns. */
  hasHeader: boolean
  /** The column of the message; null while nobody chose one. */
  messageColumn: string | null
  /** The columns that somebody chose for variables, by variable; `''` for none. */
  variableColumns: Readonly<Record<string, string>>
  /** Whether lines that cannot be asked are left out. */
  leavesOut: boolean
}

export const NO_SOURCE: BatchSource = {
  name: '',
  text: '',
  fileName: null,
  format: 'lines',
  hasHeader: true,
  messageColumn: null,
  variableColumns: {},
  leavesOut: false,
}

/** What an older page may have remembered is checked like any input from outside. */
const saved = z.object({
  name: z.string(),
  text: z.string(),
  fileName: z.string().nullable(),
  format: z.enum(FORMATS),
  hasHeader: z.boolean(),
  messageColumn: z.string().nullable(),
  variableColumns: z.record(z.string(), z.string()),
  leavesOut: z.boolean(),
})

/** What was last worked on here. */
export function recallSource(): BatchSource {
  const known = saved.safeParse(recallOwn(NAME))
  return known.success ? known.data : NO_SOURCE
}

export function rememberSource(source: BatchSource): void {
  const isKept = source.text.length <= MOST_KEPT
  rememberOwn(NAME, isKept ? source : { ...source, text: '', fileName: null })
}

import type { PromptDocumentInput } from '@/__generated__/graphql'
import { z } from '@/lib/zod'

const FORMAT = 'assay.prompts'

/** As much of a document as has to be known before the server reads all of it. */
const shape = z.looseObject({
  format: z.literal(FORMAT),
  formatVersion: z.number(),
  prompts: z
    .array(
      z.looseObject({
        name: z.string(),
        versions: z.array(z.unknown()),
        labels: z.array(z.unknown()).nullish(),
      }),
    )
    .min(1)
    .max(100),
})

export interface DocumentPrompt {
  name: string
  versions: number
  labels: number
}

/** What a text comes to: a document and what is in it, or what is wrong. */
export type DocumentReading =
  | { kind: 'empty' }
  | { kind: 'wrong'; problem: 'syntax' | 'format' }
  | { kind: 'document'; document: PromptDocumentInput; prompts: DocumentPrompt[] }

export function readDocument(text: string): DocumentReading {
  if (text.trim() === '') return { kind: 'empty' }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { kind: 'wrong', problem: 'syntax' }
  }
  const read = shape.safeParse(value)
  if (!read.success) return { kind: 'wrong', problem: 'format' }
  const prompts = read.data.prompts.map(({ name, versions, labels }) => ({
    name,
    versions: versions.length,
    labels: labels?.length ?? 0,
  }))
  // The server reads the rest, and says where it is wrong.
  return { kind: 'document', document: value as PromptDocumentInput, prompts }
}

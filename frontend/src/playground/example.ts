import type { Latest } from '@/playground/latest'

export type Variables = Record<string, unknown>

/** An operation with variables that fit this server. */
export interface Example {
  title: string
  text: string
  document: string
  /** Throws, in words, where the server lacks what the example needs. */
  variables?: (latest: Latest) => Variables | Promise<Variables>
}

import type { CheckInput, CheckKind } from '@/__generated__/graphql'
import { MAX_TEXT_BYTES, utf8Bytes } from '@/lib/bytes'
import type { RunRecord } from '@/features/run/live/run-state'

export const CHECK_KINDS = ['CONTAINS', 'REGEX', 'JSON_SCHEMA'] as const satisfies readonly CheckKind[]

/** What every answer will have to pass. What was typed stays while nothing is checked. */
export interface CheckDraft {
  kind: CheckKind | null
  value: string
  ignoreCase: boolean
}

export const NO_CHECK: CheckDraft = { kind: null, value: '', ignoreCase: false }

/** What is wrong with it before it is sent; the server alone knows whether an expression or a schema makes sense. */
export function checkProblem({ kind, value }: CheckDraft): 'checkMissing' | 'tooLong' | null {
  if (kind === null) return null
  if (value.trim() === '') return 'checkMissing'
  return utf8Bytes(value) > MAX_TEXT_BYTES ? 'tooLong' : null
}

export function checkInput({ kind, value, ignoreCase }: CheckDraft): CheckInput | null {
  return kind === null ? null : { kind, value, ignoreCase: ignoreCase && kind !== 'JSON_SCHEMA' }
}

export function checkOf({ check }: Pick<RunRecord, 'check'>): CheckDraft {
  return check === null ? NO_CHECK : { kind: check.kind, value: check.value, ignoreCase: check.ignoreCase }
}

import { draftOf } from '@/features/run/composer/draft-of-run'
import { PARAMETERS, type ParameterName } from '@/features/run/composer/parameter-text'
import type { RunRecord } from '@/features/run/live/run-state'

/** One thing that was asked with, in both runs; an empty text where a run left it out. */
export interface AskedRow {
  name: 'message' | 'systemPrompt' | 'iterations' | 'check' | ParameterName
  a: string
  b: string
}

type CheckWords = (check: NonNullable<RunRecord['check']>) => string

/** What either run set, in the order of the composer. */
export function askedRows(a: RunRecord, b: RunRecord, checkWords: CheckWords): AskedRow[] {
  const [one, other] = [textsOf(a, checkWords), textsOf(b, checkWords)]
  const names = ['message', 'systemPrompt', ...PARAMETERS, 'iterations', 'check'] as const
  return names
    .map((name) => ({ name, a: one[name] ?? '', b: other[name] ?? '' }))
    .filter((row) => row.a !== '' || row.b !== '')
}

function textsOf(run: RunRecord, checkWords: CheckWords): Partial<Record<AskedRow['name'], string>> {
  const { parameters } = draftOf(run)
  return {
    ...parameters,
    message: run.userMessage,
    systemPrompt: run.systemPrompt ?? '',
    iterations: String(run.iterations),
    check: run.check ? checkWords(run.check) : '',
  }
}

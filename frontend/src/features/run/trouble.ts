import type { FieldPath } from '@/features/run/composer/draft-problems'
import { failureOf, type Failure } from '@/lib/graphql-error'

/** What is wrong: words by the place in the input, and what has no place of its own on the screen. */
export interface Trouble {
  fields: Readonly<Partial<Record<FieldPath, string>>>
  failure: Failure | null
  /** Does again what failed; null where that is starting the draft, as it is by then. */
  retry: (() => void) | null
}

export const NO_TROUBLE: Trouble = { fields: {}, failure: null, retry: null }

const OWN_PLACE =
  /^input\.(lanes\[\d+\]\.modelId|userMessage|check\.value|(lanes\[\d+\]\.)?(systemPrompt|promptVersionId|variables(\..+)?|parameters\.\w+))$/
const IN_A_LANE = /^input\.lanes\[\d+\]\.modelId$/

/** What an operation failed by, as the server told it. */
export function troubleOf(error: unknown, retry: Trouble['retry']): Trouble {
  const failure = failureOf(error)
  const { field, message } = failure
  return {
    fields: field === null ? {} : { [field]: message },
    failure: field !== null && OWN_PLACE.test(field) ? null : failure,
    retry,
  }
}

/** What is wrong with a draft that was not even sent. Words without a place of their own stand in the bar too. */
export function troubleIn(fields: Readonly<Record<FieldPath, string>>, retry: Trouble['retry']): Trouble {
  const message = fields['input.iterations']
  const failure = message === undefined ? null : { code: 'BAD_USER_INPUT', message, field: null, requestId: null }
  return { fields, failure, retry }
}

/** Whether a field is in the composer, which then has to be seen. */
export function isInComposer(field: FieldPath): boolean {
  return OWN_PLACE.test(field) && !IN_A_LANE.test(field)
}

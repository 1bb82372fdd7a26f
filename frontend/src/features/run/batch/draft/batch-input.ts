import type { BatchItemInput, StartBatchInput, StartRunInput } from '@/__generated__/graphql'
import type { Item } from '@/features/run/batch/messages/items'
import type { Draft } from '@/features/run/composer/draft'
import { startInput } from '@/features/run/composer/start-input'
import { utf8Bytes } from '@/lib/bytes'

export const MOST_MESSAGES = 1_000
export const MOST_ANSWERS = 10_000
/** What the server takes in one request. */
export const MOST_BYTES = 16 * 1_048_576
/** What stands around the input: the operation, and the batch's name. */
const ENVELOPE_BYTES = 4_096
const MOST_NAME = 200

/** What is sent to start a batch: what a run of the draft is started with, and messages in the place of its one. */
export function batchInput(name: string, items: readonly Item[], draft: Draft, key: string): StartBatchInput {
  const shared: Partial<StartRunInput> = startInput(draft, key)
  delete shared.userMessage
  return {
    ...shared,
    ...(name.trim() === '' ? {} : { name: name.trim() }),
    items: items.map(itemInput),
  }
}

function itemInput({ message, values }: Item): BatchItemInput {
  const variables = Object.entries(values).map(([variable, value]) => ({ name: variable, value }))
  return { message, ...(variables.length > 0 ? { variables } : {}) }
}

/** How many messages there are, and how many bytes they are to send: many megabytes take a while to count. */
export function sizeOfItems(items: readonly Item[]): ItemsSize {
  return { messages: items.length, bytes: utf8Bytes(JSON.stringify(items.map(itemInput))) }
}

type ItemsSize = Pick<BatchSize, 'messages' | 'bytes'>

export interface BatchSize {
  messages: number
  models: number
  repeats: number
  answers: number
  bytes: number
}

/** How much a batch would be. */
export function sizeOf({ messages, bytes }: ItemsSize, draft: Draft): BatchSize {
  const shared = batchInput('', [], draft, '')
  const models = shared.lanes?.length ?? 0
  const repeats = shared.iterations ?? 1
  return {
    messages,
    models,
    repeats,
    answers: messages * models * repeats,
    bytes: bytes + utf8Bytes(JSON.stringify(shared)) + ENVELOPE_BYTES,
  }
}

/** The limit that a batch would break; null where it breaks none. */
export type SizeProblem = 'noMessages' | 'tooManyMessages' | 'tooManyAnswers' | 'tooLarge' | 'nameTooLong'

export function sizeProblem({ messages, answers, bytes }: BatchSize, name: string): SizeProblem | null {
  if (Array.from(name.trim()).length > MOST_NAME) return 'nameTooLong'
  if (messages === 0) return 'noMessages'
  if (messages > MOST_MESSAGES) return 'tooManyMessages'
  if (answers > MOST_ANSWERS) return 'tooManyAnswers'
  return bytes > MOST_BYTES ? 'tooLarge' : null
}

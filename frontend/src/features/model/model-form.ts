import type {
  DiscoverModelsInput,
  ModelMetadataInput,
  ModelSheet_ModelFragment,
  OfferedModelInput,
  Protocol,
  RegisterModelInput,
  RegisterModelsInput,
  UpdateModelInput,
} from '@/__generated__/graphql'
import type { KnownServer } from '@/features/model/edited-model'
import { z } from '@/lib/zod'

/** What to do with the server's key: leave it as it is, store another, or delete it. */
export type KeyAction = 'keep' | 'set' | 'delete'

/** What stands in the form; every number is the text that was typed. */
export interface ModelValues {
  protocol: Protocol
  name: string
  endpointUrl: string
  modelName: string
  keyAction: KeyAction
  apiKey: string
  type: string
  contextLength: string
  maxTokens: string
  inputPricePerMillion: string
  outputPricePerMillion: string
  notes: string
}

/** What can be wrong before the server is asked: keys of `problem` in the locale files. */
export type Problem = 'missing' | 'tooLong' | 'address' | 'wholeNumber' | 'price'

/** The most characters that a text may have. */
export const MAX_LENGTH = { name: 200, modelName: 300, type: 50, notes: 2_000 }

const MAX_INT = 2_147_483_647

const problem = (error: Problem) => ({ error })
const line = (max: number) => z.string().trim().min(1, problem('missing')).max(max, problem('tooLong'))
const note = (max: number) => z.string().trim().max(max, problem('tooLong'))
const wholeNumber = z.string().refine((text) => bare(text) === '' || isWholeNumber(bare(text)), problem('wholeNumber'))
const price = z
  .string()
  .refine((text) => bare(text) === '' || /^\d{1,9}(\.\d{1,9})?$/.test(bare(text)), problem('price'))

export const modelSchema = z.object({
  protocol: z.enum(['OPENAI', 'ANTHROPIC', 'GEMINI']),
  name: line(MAX_LENGTH.name),
  endpointUrl: z.string().trim().min(1, problem('missing')).refine(isAddress, problem('address')),
  modelName: line(MAX_LENGTH.modelName),
  keyAction: z.enum(['keep', 'set', 'delete']),
  apiKey: z.string(),
  type: note(MAX_LENGTH.type),
  contextLength: wholeNumber,
  maxTokens: wholeNumber,
  inputPricePerMillion: price,
  outputPricePerMillion: price,
  notes: note(MAX_LENGTH.notes),
}) satisfies z.ZodType<ModelValues>

/** For several models at once, whose names and limits are the server's: only the server is asked for. */
export const serverSchema = modelSchema.extend({
  name: z.string(),
  modelName: z.string(),
  type: z.string(),
  contextLength: z.string(),
  maxTokens: z.string(),
  inputPricePerMillion: z.string(),
  outputPricePerMillion: z.string(),
  notes: z.string(),
}) satisfies z.ZodType<ModelValues>

/** An empty form, or one at a server's address. */
export function newValues(endpointUrl = '', protocol: Protocol = 'OPENAI'): ModelValues {
  return {
    protocol,
    name: '',
    endpointUrl,
    modelName: '',
    keyAction: 'set',
    apiKey: '',
    type: '',
    contextLength: '',
    maxTokens: '',
    inputPricePerMillion: '',
    outputPricePerMillion: '',
    notes: '',
  }
}

export function valuesOf({
  name,
  endpointUrl,
  protocol,
  modelName,
  server,
  metadata,
}: ModelSheet_ModelFragment): ModelValues {
  return {
    ...newValues(endpointUrl, protocol),
    keyAction: server.hasApiKey ? 'keep' : 'set',
    name,
    modelName,
    type: metadata.type ?? '',
    contextLength: metadata.contextLength?.toString() ?? '',
    maxTokens: metadata.maxTokens?.toString() ?? '',
    inputPricePerMillion: metadata.inputPricePerMillion ?? '',
    outputPricePerMillion: metadata.outputPricePerMillion ?? '',
    notes: metadata.notes ?? '',
  }
}

export function toRegisterInput(values: ModelValues): RegisterModelInput {
  return {
    name: values.name.trim(),
    endpointUrl: values.endpointUrl.trim(),
    protocol: values.protocol,
    modelName: values.modelName.trim(),
    ...keyOf(values),
    metadata: metadataOf(values),
  }
}

/** Several models of one server, with what the server says of them. */
export function toRegisterManyInput(values: ModelValues, offered: readonly Offered[]): RegisterModelsInput {
  return {
    endpointUrl: values.endpointUrl.trim(),
    protocol: values.protocol,
    ...keyOf(values),
    models: offered.map(toOfferedInput),
  }
}

/** A model as its server offers it. */
export interface Offered {
  modelName: string
  name: string
  contextLength: number | null
  maxTokens: number | null
}

export function toOfferedInput({ modelName, name, contextLength, maxTokens }: Offered): OfferedModelInput {
  const shown = name === modelName ? suggestName(modelName) : name
  return { modelName, name: shown.slice(0, MAX_LENGTH.name), metadata: { contextLength, maxTokens } }
}

/** What a server's offer fills into the form. */
export function valuesOfOffer(offered: Offered): Partial<ModelValues> {
  const { name, metadata } = toOfferedInput(offered)
  return {
    modelName: offered.modelName,
    name: name ?? '',
    contextLength: metadata?.contextLength?.toString() ?? '',
    maxTokens: metadata?.maxTokens?.toString() ?? '',
  }
}

/** Whom to ask for its models: a known server by its id, so that its key is used; else what was typed. */
export function toDiscoverInput(values: ModelValues, known: KnownServer | null): DiscoverModelsInput {
  const { protocol } = values
  const endpointUrl = values.endpointUrl.trim()
  const key = keyOf(values)
  const same = known?.endpointUrl === endpointUrl && known.protocol === protocol
  return same && !key.apiKey ? { serverId: known.id } : { endpointUrl, protocol, ...(key.apiKey ? key : {}) }
}

/** Only what differs from the values before, so that what others changed meanwhile stays; metadata goes as a whole. */
export function toUpdateInput(id: string, before: ModelValues, values: ModelValues): UpdateModelInput {
  const input: UpdateModelInput = { id, ...keyOf(values) }
  for (const field of ['name', 'endpointUrl', 'modelName'] as const) {
    const text = values[field].trim()
    if (text !== before[field]) input[field] = text
  }
  const metadata = metadataOf(values)
  if (JSON.stringify(metadata) !== JSON.stringify(metadataOf(before))) input.metadata = metadata
  return input
}

/** Where in the form a server's complaint about `input.…` belongs; null where it has no place. */
export function fieldOf(path: string | null): keyof ModelValues | null {
  const name = path?.replace(/^input\.(metadata\.)?/, '')
  return name && name !== 'keyAction' && name in newValues() ? (name as keyof ModelValues) : null
}

/** What to call a model whose server calls it so: `Qwen/Qwen3-8B` is `Qwen3-8B`. */
export function suggestName(modelName: string): string {
  return modelName.trim().split('/').at(-1)?.slice(0, MAX_LENGTH.name) ?? ''
}

/** Whether two addresses name the same host; a server's key goes only with its host. */
export function isSameHost(one: string, other: string): boolean {
  return hostOf(one) === hostOf(other)
}

/** Absent keeps the key, null deletes it. Nothing typed is no key. */
function keyOf({ keyAction, apiKey }: ModelValues): { apiKey?: string | null } {
  if (keyAction === 'delete') return { apiKey: null }
  return keyAction === 'set' && apiKey.trim() !== '' ? { apiKey: apiKey.trim() } : {}
}

function metadataOf(values: ModelValues): ModelMetadataInput {
  return {
    type: textOrNull(values.type),
    contextLength: numberOrNull(values.contextLength),
    maxTokens: numberOrNull(values.maxTokens),
    inputPricePerMillion: textOrNull(bare(values.inputPricePerMillion)),
    outputPricePerMillion: textOrNull(bare(values.outputPricePerMillion)),
    notes: textOrNull(values.notes),
  }
}

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}

function numberOrNull(text: string): number | null {
  return bare(text) === '' ? null : Number(bare(text))
}

/** A number as typed, without the separators and the sign that people copy along: `$ 1,048,576`. */
function bare(text: string): string {
  return text.replace(/[\s,_$]/gu, '')
}

function isWholeNumber(text: string): boolean {
  return /^\d{1,10}$/.test(text) && Number(text) >= 1 && Number(text) <= MAX_INT
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+/i.test(text) && URL.canParse(text)
}

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).host : null
}

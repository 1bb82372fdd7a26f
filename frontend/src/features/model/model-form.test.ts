import type { ModelSheet_ModelFragment } from '@/__generated__/graphql'
import {
  fieldOf,
  isSameHost,
  modelSchema,
  newValues,
  serverSchema,
  suggestName,
  toDiscoverInput,
  toRegisterInput,
  toRegisterManyInput,
  toUpdateInput,
  valuesOf,
  valuesOfOffer,
  type ModelValues,
} from '@/features/model/model-form'
import { describe, expect, it } from 'vitest'

const model: ModelSheet_ModelFragment = {
  __typename: 'Model',
  id: 'm',
  name: 'Qwen3-8B',
  modelName: 'Qwen/Qwen3-8B',
  endpointUrl: 'http://gpu-01.lan:8000/v1',
  protocol: 'OPENAI',
  isSimulated: false,
  server: { __typename: 'ModelServer', id: 's', hasApiKey: true },
  metadata: {
    __typename: 'ModelMetadata',
    type: 'chat',
    contextLength: 32_768,
    maxTokens: null,
    inputPricePerMillion: '0.06',
    outputPricePerMillion: null,
    notes: null,
  },
}

const filled: ModelValues = { ...newValues('http://localhost:8000/v1'), name: 'Qwen', modelName: 'Qwen/Qwen3-8B' }

function problems(change: Partial<ModelValues>): Record<string, string> {
  const { error } = modelSchema.safeParse({ ...filled, ...change })
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))
}

describe('a new model', () => {
  it('is asked for with everything that was typed, trimmed, and null where nothing was', () => {
    expect(
      toRegisterInput({ ...filled, name: ' Qwen ', contextLength: '1,048,576', inputPricePerMillion: '$0.060' }),
    ).toEqual({
      name: 'Qwen',
      endpointUrl: 'http://localhost:8000/v1',
      protocol: 'OPENAI',
      modelName: 'Qwen/Qwen3-8B',
      metadata: {
        type: null,
        contextLength: 1_048_576,
        maxTokens: null,
        inputPricePerMillion: '0.060',
        outputPricePerMillion: null,
        notes: null,
      },
    })
  })

  it('brings a key only where one was typed', () => {
    expect('apiKey' in toRegisterInput({ ...filled, keyAction: 'set', apiKey: ' ' })).toBe(false)
    expect(toRegisterInput({ ...filled, keyAction: 'set', apiKey: ' sk-1 ' }).apiKey).toBe('sk-1')
  })
})

describe('models that a server offers', () => {
  const offered = { modelName: 'Qwen/Qwen3-8B', name: 'Qwen/Qwen3-8B', contextLength: 32_768, maxTokens: null }

  it('fill the form, under a name that people would give', () => {
    expect(valuesOfOffer(offered)).toEqual({
      modelName: 'Qwen/Qwen3-8B',
      name: 'Qwen3-8B',
      contextLength: '32768',
      maxTokens: '',
    })
    expect(valuesOfOffer({ ...offered, name: 'Qwen 3' }).name).toBe('Qwen 3')
  })

  it('are added in one go, whatever stands in the fields of a single one', () => {
    const values: ModelValues = { ...newValues('http://gpu:8000', 'GEMINI'), apiKey: 'k', contextLength: 'wrong' }
    expect(serverSchema.safeParse(values).success).toBe(true)
    expect(toRegisterManyInput(values, [offered])).toEqual({
      endpointUrl: 'http://gpu:8000',
      protocol: 'GEMINI',
      apiKey: 'k',
      models: [{ modelName: 'Qwen/Qwen3-8B', name: 'Qwen3-8B', metadata: { contextLength: 32_768, maxTokens: null } }],
    })
  })

  it('are asked of a known server by its id, until its address or key is typed anew', () => {
    const known = { id: 's', endpointUrl: 'http://gpu:8000/v1', protocol: 'OPENAI' as const, hasApiKey: true }
    const values: ModelValues = { ...newValues(known.endpointUrl), keyAction: 'keep' }
    expect(toDiscoverInput(values, known)).toEqual({ serverId: 's' })
    expect(toDiscoverInput({ ...values, keyAction: 'set', apiKey: 'k' }, known)).toEqual({
      endpointUrl: known.endpointUrl,
      protocol: 'OPENAI',
      apiKey: 'k',
    })
    expect(toDiscoverInput({ ...values, protocol: 'ANTHROPIC' }, known)).toEqual({
      endpointUrl: known.endpointUrl,
      protocol: 'ANTHROPIC',
    })
    expect(toDiscoverInput(values, null)).toEqual({ endpointUrl: known.endpointUrl, protocol: 'OPENAI' })
  })
})

describe('a changed model', () => {
  const before = valuesOf(model)

  it('sends nothing but its id while nothing differs', () => {
    expect(toUpdateInput('m', before, before)).toEqual({ id: 'm' })
    expect(toUpdateInput('m', before, { ...before, name: ' Qwen3-8B ', contextLength: '32,768' })).toEqual({ id: 'm' })
  })

  it('sends what differs, and all of the metadata where some of it does', () => {
    expect(toUpdateInput('m', before, { ...before, name: 'Qwen', maxTokens: '8192' })).toEqual({
      id: 'm',
      name: 'Qwen',
      metadata: {
        type: 'chat',
        contextLength: 32_768,
        maxTokens: 8_192,
        inputPricePerMillion: '0.06',
        outputPricePerMillion: null,
        notes: null,
      },
    })
  })

  it('keeps the key by its absence, deletes it by null, replaces it by a value', () => {
    expect('apiKey' in toUpdateInput('m', before, { ...before, keyAction: 'keep', apiKey: 'forgotten' })).toBe(false)
    expect('apiKey' in toUpdateInput('m', before, { ...before, keyAction: 'set', apiKey: '' })).toBe(false)
    expect(toUpdateInput('m', before, { ...before, keyAction: 'delete' })).toEqual({ id: 'm', apiKey: null })
    expect(toUpdateInput('m', before, { ...before, keyAction: 'set', apiKey: 'sk-2' })).toEqual({
      id: 'm',
      apiKey: 'sk-2',
    })
  })
})

describe('the form', () => {
  it('takes what is right', () => {
    expect(problems({})).toEqual({})
    expect(
      problems({ contextLength: '131,072', outputPricePerMillion: '$ 1.60', endpointUrl: 'HTTPS://api.openai.com' }),
    ).toEqual({})
  })

  it('says what is wrong, and where', () => {
    expect(problems({ name: ' ', modelName: 'x'.repeat(301), endpointUrl: 'localhost:8000' })).toEqual({
      name: 'missing',
      modelName: 'tooLong',
      endpointUrl: 'address',
    })
    expect(problems({ contextLength: '32k', maxTokens: '0', inputPricePerMillion: '1,5.0.2' })).toEqual({
      contextLength: 'wholeNumber',
      maxTokens: 'wholeNumber',
      inputPricePerMillion: 'price',
    })
    expect(problems({ maxTokens: '2147483648' })).toEqual({ maxTokens: 'wholeNumber' })
    expect(problems({ type: 'x'.repeat(51), notes: 'x'.repeat(2_001) })).toEqual({ type: 'tooLong', notes: 'tooLong' })
  })

  it('finds the place of what the server complains about', () => {
    expect(fieldOf('input.endpointUrl')).toBe('endpointUrl')
    expect(fieldOf('input.metadata.contextLength')).toBe('contextLength')
    expect(fieldOf('input.apiKey')).toBe('apiKey')
    for (const path of [null, 'input', 'input.id', 'input.models[0].modelName', 'input.keyAction', 'after'])
      expect(fieldOf(path)).toBeNull()
  })

  it('suggests a name', () => {
    expect(suggestName(' Qwen/Qwen3-8B ')).toBe('Qwen3-8B')
    expect(suggestName('exaone-4.0:32b')).toBe('exaone-4.0:32b')
    expect(suggestName('')).toBe('')
  })

  it('knows when a key would be dropped', () => {
    expect(isSameHost('http://gpu:8000/v1', 'http://gpu:8000')).toBe(true)
    expect(isSameHost('http://gpu:8000/v1', 'http://gpu:8001/v1')).toBe(false)
    expect(isSameHost('http://gpu:8000/v1', 'gpu')).toBe(false)
  })
})

import { EMPTY_DRAFT, type Draft } from '@/features/run/composer/draft'
import { problemsOf, variableAt } from '@/features/run/composer/draft-problems'
import { draftReducer, newLane, ownCount } from '@/features/run/composer/draft-reducer'
import { variablesOf } from '@/features/run/composer/lane-prompt'
import { startInput } from '@/features/run/composer/start-input'
import { readObject } from '@/features/run/composer/json-text'
import {
  isWrong,
  parseNumber,
  parseSeed,
  parseStop,
  stopText,
  toInput,
  toText,
} from '@/features/run/composer/parameter-text'
import type { RunRecord } from '@/features/run/live/run-state'
import { testingLane, testingParameters, testingRun } from '@/features/run/live/testing-run'
import { describe, expect, it } from 'vitest'

const draft: Draft = {
  ...EMPTY_DRAFT,
  message: 'Why?',
  lanes: [newLane(0, 'one'), { ...newLane(1, 'two'), parameters: { temperature: '0.2', seed: ' ' } }],
}

describe('parameters', () => {
  it('are read as people write them', () => {
    expect(parseNumber('maxTokens', '2,048')).toBe(2_048)
    expect(parseNumber('temperature', ' ')).toBeNull()
    expect(parseNumber('temperature', '2.1')).toBeNaN()
    expect(parseNumber('topP', '0')).toBeNaN()
    expect(parseNumber('maxTokens', '1.5')).toBeNaN()
    expect(parseNumber('repetitionPenalty', '0')).toBeNaN()
    expect(parseNumber('frequencyPenalty', '-2')).toBe(-2)
  })

  it('take a seed of 64 bits to the digit', () => {
    expect(parseSeed('9223372036854775807')).toBe('9223372036854775807')
    expect(parseSeed(' -9,223,372,036,854,775,808 ')).toBe('-9223372036854775808')
    expect(parseSeed('9223372036854775808')).toBeUndefined()
    expect(parseSeed('1.5')).toBeUndefined()
    expect(parseSeed(' ')).toBeNull()
  })

  it('take JSON objects alone, and none that would change on the way', () => {
    const limits = { bytes: 20, fields: 2 }
    expect(readObject(' { "a": [1.5] } ', limits)).toEqual({ value: { a: [1.5] }, bytes: 11 })
    expect(readObject('', limits)).toEqual({ value: null, bytes: 0 })
    expect(readObject('{"a":\n 1,}', limits)).toMatchObject({ problem: 'syntax', line: 2 })
    expect(readObject('[1]', limits)).toMatchObject({ problem: 'notObject' })
    expect(readObject('{"seed": 12345678901234567890}', limits)).toMatchObject({ problem: 'number' })
    expect(readObject('{"a": "0123456789abcdef"}', limits)).toMatchObject({ problem: 'tooLong' })
    expect(readObject('{"a":1,"b":2,"c":3}', limits)).toMatchObject({ problem: 'tooMany' })
    expect(isWrong('extra', '{')).toBe(true)
    expect(isWrong('reasoningEffort', 'SOME')).toBe(true)
  })

  it('all come back from what was sent', () => {
    const text = {
      temperature: '0.2',
      topP: '0.95',
      maxTokens: '512',
      seed: '9007199254740993',
      stop: 'END, \\n',
      topK: '40',
      minP: '0.05',
      frequencyPenalty: '-0.5',
      presencePenalty: '0.5',
      repetitionPenalty: '1.1',
      reasoningEffort: 'LOW',
      responseFormat: JSON.stringify({ type: 'object', properties: { answer: { type: 'string' } } }, null, 2),
      extra: JSON.stringify({ chat_template_kwargs: { enable_thinking: false } }, null, 2),
    }
    const input = toInput(text)
    expect(Object.keys(input ?? {}).sort()).toEqual(Object.keys(text).sort())
    expect(input).toMatchObject({
      seed: '9007199254740993',
      extra: { chat_template_kwargs: { enable_thinking: false } },
    })
    expect(toText(input ?? {})).toEqual(text)
  })

  it('keep stop texts with commas and line breaks whole', () => {
    const stop = ['END', 'a,b', '\n\n', 'C:\\new']
    expect(parseStop(stopText(stop))).toEqual(stop)
    expect(parseStop('')).toEqual([])
  })

  it('send only what is set', () => {
    expect(toInput({ temperature: '0.20', topP: '', stop: 'a, b' })).toEqual({ temperature: 0.2, stop: ['a', 'b'] })
    expect(toInput({ seed: ' ' })).toBeNull()
  })

  it('come back from a run, a lane’s own alone', () => {
    const parameters = testingParameters({ temperature: 0.2, maxTokens: 512, stop: ['x'] })
    expect(toText(parameters)).toEqual({ temperature: '0.2', maxTokens: '512', stop: 'x' })
    expect(toText(parameters, ['maxTokens'])).toEqual({ maxTokens: '512' })
  })
})

describe('a draft', () => {
  it('becomes the input of a run: shared parameters once, a lane’s own beside its model', () => {
    expect(startInput(draft, 'key')).toEqual({
      lanes: [{ modelId: 'one' }, { modelId: 'two', parameters: { temperature: 0.2 } }],
      userMessage: 'Why?',
      parameters: { temperature: 0.7, maxTokens: 1_024 },
      iterations: 1,
      idempotencyKey: 'key',
    })
  })

  it('sends a template by its version and typed text as text', () => {
    const template = { promptId: 'p', versionId: 'v', name: 'sql', number: 3, variables: [] }
    const loaded = draftReducer(draft, { type: 'template', template, content: 'Be brief.' })
    expect(startInput(loaded, 'key')).toMatchObject({ promptVersionId: 'v' })
    expect(startInput(loaded, 'key')).not.toHaveProperty('systemPrompt')
    const edited = draftReducer(loaded, { type: 'systemPrompt', text: 'Be very brief.' })
    expect(startInput(edited, 'key')).toMatchObject({ systemPrompt: 'Be very brief.' })
    expect(startInput(edited, 'key')).not.toHaveProperty('promptVersionId')
  })

  it('asks for what its template fills in, names what is missing, and sends what has no default', () => {
    const known = { type: 'TEXT', description: '', options: [] } as const
    const variables = [
      { ...known, name: 'dialect', defaultValue: 'PostgreSQL' },
      { ...known, name: 'language', defaultValue: null },
    ]
    const template = { promptId: 'p', versionId: 'v', name: 'sql', number: 3, variables }
    const loaded = draftReducer(draft, { type: 'template', template, content: 'In {{language}}.' })
    expect(problemsOf(loaded)).toEqual({ 'input.variables.language': 'valueMissing' })
    expect(variableAt('input.variables.language')).toBe('language')
    expect(variableAt('input.userMessage')).toBeNull()

    const filled = draftReducer(loaded, { type: 'value', name: 'language', text: '한국어' })
    expect(problemsOf(filled)).toEqual({})
    expect(startInput(filled, 'key').variables).toEqual([{ name: 'language', value: '한국어' }])

    const edited = draftReducer(filled, { type: 'systemPrompt', text: 'In Korean.' })
    expect(startInput(edited, 'key')).not.toHaveProperty('variables')
  })

  it('takes over the parameters of a template that has some', () => {
    const template = { promptId: 'p', versionId: 'v', name: 'sql', number: 3, variables: [] }
    const open = (parameters: object) => draftReducer(draft, { type: 'template', template, content: 'x', parameters })
    expect(open({ topP: '0.5' }).parameters).toEqual({ topP: '0.5' })
    expect(open({}).parameters).toEqual(draft.parameters)
  })

  it('of a run shows the text of its version, with the values that were given', () => {
    const run = testingRun({
      systemPrompt: 'In Korean, for PostgreSQL.',
      promptVersion: {
        __typename: 'PromptVersion',
        id: 'v',
        number: 3,
        content: 'In {{language}}, for {{dialect}}.',
        variables: [],
        prompt: { __typename: 'Prompt', id: 'p', name: 'sql' },
      },
      variables: [
        { __typename: 'Variable', name: 'language', value: 'Korean', source: 'RUN' },
        { __typename: 'Variable', name: 'dialect', value: 'PostgreSQL', source: 'DEFAULT' },
      ],
    })
    const loaded = draftReducer(EMPTY_DRAFT, { type: 'load', run })
    expect(loaded).toMatchObject({
      systemPrompt: 'In {{language}}, for {{dialect}}.',
      template: { versionId: 'v', name: 'sql' },
      values: { language: 'Korean' },
    })
  })

  it('gives a lane a prompt of its own, from the shared one on, and takes it back', () => {
    const shared = draftReducer(draft, { type: 'systemPrompt', text: 'Be brief.' })
    const own = draftReducer(shared, { type: 'systemPrompt', slot: 1, text: 'Be thorough.' })
    expect(startInput(own, 'key')).toMatchObject({
      systemPrompt: 'Be brief.',
      lanes: [{ modelId: 'one' }, { modelId: 'two', systemPrompt: 'Be thorough.' }],
    })
    expect(startInput(own, 'key').lanes?.[0]).not.toHaveProperty('systemPrompt')
    expect(own.lanes.map(ownCount)).toEqual([0, 2])

    const none = draftReducer(own, { type: 'systemPrompt', slot: 1, text: '' })
    expect(startInput(none, 'key').lanes?.[1]).toMatchObject({ systemPrompt: '' })
    expect(startInput(draftReducer(none, { type: 'followPrompt', slot: 1 }), 'key').lanes?.[1]).not.toHaveProperty(
      'systemPrompt',
    )
  })

  describe('whose lanes have versions of their own', () => {
    const language = { name: 'language', type: 'TEXT', description: '', options: [], defaultValue: null } as const
    const template = { promptId: 'p', versionId: 'v', name: 'sql', number: 3, variables: [language] }
    const loaded = draftReducer(draft, { type: 'template', slot: 1, template, content: 'In {{language}}.' })

    it('asks the lane for what its version fills in, and takes what is given to all', () => {
      expect(problemsOf(loaded)).toEqual({ 'input.lanes[1].variables.language': 'valueMissing' })
      expect(variableAt('input.lanes[1].variables.language')).toBe('language')
      const own = draftReducer(loaded, { type: 'value', slot: 1, name: 'language', text: 'Korean' })
      expect(problemsOf(own)).toEqual({})
      expect(startInput(own, 'key')).not.toHaveProperty('variables')
      expect(startInput(own, 'key').lanes?.[1]).toMatchObject({
        promptVersionId: 'v',
        variables: [{ name: 'language', value: 'Korean' }],
      })

      const shared = draftReducer(loaded, { type: 'value', name: 'language', text: 'English' })
      expect(problemsOf(shared)).toEqual({})
      expect(startInput(shared, 'key').variables).toEqual([{ name: 'language', value: 'English' }])
      expect(variablesOf(shared, shared.lanes[1] ?? null)[0]?.defaultValue).toBe('English')
    })

    it('misses a shared value only where a lane has neither', () => {
      const all = draftReducer(draft, { type: 'template', template, content: 'In {{language}}.' })
      const one = draftReducer(all, { type: 'value', slot: 0, name: 'language', text: 'Korean' })
      expect(problemsOf(one)).toEqual({ 'input.variables.language': 'valueMissing' })
      expect(problemsOf(draftReducer(one, { type: 'value', slot: 1, name: 'language', text: 'English' }))).toEqual({})
    })

    it('can give one lane’s to all, and duplicate a lane with all that is its own', () => {
      const filled = draftReducer(loaded, { type: 'value', slot: 1, name: 'language', text: 'Korean' })
      const copied = draftReducer(filled, { type: 'duplicateLane', slot: 1 })
      expect(copied.lanes[2]).toEqual({ ...filled.lanes[1], slot: 2 })

      const given = draftReducer(copied, { type: 'giveToAll', slot: 2 })
      expect(given).toMatchObject({ template, systemPrompt: 'In {{language}}.', values: { language: 'Korean' } })
      expect(given.parameters).toMatchObject({ temperature: '0.2', maxTokens: '1024' })
      expect(given.lanes.map(ownCount)).toEqual([0, 0, 0])
    })

    it('comes back from a run', () => {
      const version: RunRecord['promptVersion'] = {
        __typename: 'PromptVersion',
        id: 'v',
        number: 3,
        content: 'In {{language}}.',
        variables: [{ ...language, __typename: 'PromptVariable', options: [] }],
        prompt: { __typename: 'Prompt', id: 'p', name: 'sql' },
      }
      const value = (text: string, source: 'RUN' | 'LANE') =>
        ({ __typename: 'Variable', name: 'language', value: text, source }) as const
      const run = testingRun({
        systemPrompt: 'Be brief.',
        lanes: [
          { ...testingLane(0), systemPrompt: 'Be brief.' },
          { ...testingLane(1), promptVersion: version, variables: [value('Korean', 'LANE')] },
          { ...testingLane(2), promptVersion: version, variables: [value('English', 'RUN')] },
          { ...testingLane(3), systemPrompt: null },
        ],
      })
      expect(startInput(draftReducer(EMPTY_DRAFT, { type: 'load', run }), 'key')).toMatchObject({
        systemPrompt: 'Be brief.',
        variables: [{ name: 'language', value: 'English' }],
        lanes: [
          { modelId: 'model-0' },
          { promptVersionId: 'v', variables: [{ name: 'language', value: 'Korean' }] },
          { promptVersionId: 'v' },
          { systemPrompt: '' },
        ],
      })
    })
  })

  it('names what is wrong by the place that the server would name', () => {
    const wrong = draftReducer({ ...draft, message: ' ' }, { type: 'own', slot: 1, name: 'temperature', text: '9' })
    expect(problemsOf(wrong)).toEqual({
      'input.userMessage': 'messageMissing',
      'input.lanes[1].parameters.temperature': 'temperatureWrong',
    })
    expect(problemsOf({ ...draft, message: '가'.repeat(3_414) })).toEqual({ 'input.userMessage': 'tooLong' })
    expect(problemsOf({ ...draft, iterations: 101 })).toEqual({ 'input.iterations': 'tooMany' })
  })

  it('keeps letters when a lane goes and gives the free one to the next', () => {
    const fewer = draftReducer(draft, { type: 'removeLane', slot: 0 })
    expect(fewer.lanes.map((lane) => lane.slot)).toEqual([1])
    expect(draftReducer(fewer, { type: 'addLane', modelId: 'three' }).lanes.map((lane) => lane.slot)).toEqual([1, 0])
  })

  it('lets go of a lane’s answers when its model changes', () => {
    const started = draftReducer(draft, { type: 'started' })
    expect(started.lanes.map((lane) => lane.runPosition)).toEqual([0, 1])
    const changed = draftReducer(started, { type: 'setModel', slot: 1, modelId: 'three' })
    expect(changed.lanes.map((lane) => lane.runPosition)).toEqual([0, null])
  })

  it('is the run again when a run is loaded', () => {
    const lane = {
      ...testingLane(0),
      ownParameters: ['temperature'],
      parameters: testingParameters({ temperature: 0.2, maxTokens: 64, minP: 0.1 }),
    }
    const shared = testingParameters({ maxTokens: 64, minP: 0.1, extra: { mirostat: 2 } })
    const run = testingRun({ lanes: [lane, testingLane(1)], parameters: shared })
    const loaded = draftReducer(EMPTY_DRAFT, { type: 'load', run })
    expect(startInput(loaded, 'key')).toMatchObject({
      lanes: [{ modelId: 'model-0', parameters: { temperature: 0.2 } }, { modelId: 'model-1' }],
      userMessage: 'Why?',
      parameters: { maxTokens: 64, minP: 0.1, extra: { mirostat: 2 } },
    })
    expect(loaded.lanes.map(ownCount)).toEqual([1, 0])
  })
})

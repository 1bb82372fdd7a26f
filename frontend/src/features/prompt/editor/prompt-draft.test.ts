import {
  bodyOf,
  changedFields,
  changesOf,
  draftOf,
  EMPTY_DRAFT,
  firstBody,
  mergeDrafts,
  optionsOf,
  UNKNOWN_VARIABLE,
  variablesOf,
  type PromptDraft,
  type VersionBody,
} from '@/features/prompt/editor/prompt-draft'
import { problemsOf } from '@/features/prompt/editor/problems'
import { describe, expect, it } from 'vitest'

const VERSION: VersionBody = {
  __typename: 'PromptVersion',
  id: 'v1',
  number: 1,
  content: 'Answer in {{language}}.',
  exampleTurns: [{ __typename: 'ExampleTurn', user: 'Hi, {{name}}', assistant: 'Hello' }],
  variables: [
    {
      __typename: 'PromptVariable',
      name: 'language',
      type: 'CHOICE',
      description: '',
      defaultValue: 'Korean',
      options: ['Korean', 'English'],
    },
    { __typename: 'PromptVariable', name: 'name', type: 'TEXT', description: '', defaultValue: null, options: [] },
  ],
  suggestedModel: null,
  parameters: {
    __typename: 'Parameters',
    temperature: 0.2,
    maxTokens: null,
    topP: null,
    seed: null,
    stop: null,
    topK: null,
    minP: null,
    frequencyPenalty: null,
    presencePenalty: null,
    repetitionPenalty: null,
    reasoningEffort: null,
    responseFormat: null,
    extra: null,
  },
  tools: null,
  message: '',
  createdAt: '2026-11-21T00:00:00Z',
  author: null,
}

const draft = draftOf(VERSION)
const change = (with_: Partial<PromptDraft>): PromptDraft => ({ ...draft, ...with_ })

describe('a draft', () => {
  it('of a version says what the version says', () => {
    expect(bodyOf(draft)).toEqual({
      content: 'Answer in {{language}}.',
      exampleTurns: [{ user: 'Hi, {{name}}', assistant: 'Hello' }],
      variables: [
        { name: 'language', type: 'CHOICE', description: '', defaultValue: 'Korean', options: ['Korean', 'English'] },
        { name: 'name', type: 'TEXT', description: '', defaultValue: null, options: [] },
      ],
      suggestedModelId: null,
      parameters: { temperature: 0.2 },
      tools: null,
    })
  })

  it('has the variables that stand in its texts, and keeps what is known of one that comes back', () => {
    const without = change({ content: 'Be brief.', turns: [] })
    expect(variablesOf(without)).toEqual([])
    expect(variablesOf({ ...without, content: '{{language}} {{new}}' }).map(({ type }) => type)).toEqual([
      'CHOICE',
      'TEXT',
    ])
  })

  it('sends only what changed', () => {
    expect(changesOf(draft, draft)).toEqual({})
    expect(changesOf(draft, change({ parameters: '{ "temperature": 0.2 }' }))).toEqual({})
    expect(changesOf(draft, change({ parameters: '' }))).toEqual({ parameters: null })
    expect(changedFields(draft, change({ content: 'Answer in {{ language }}!' }))).toEqual(['content'])
    expect(changedFields(draft, change({ content: 'Answer.' }))).toEqual(['content', 'variables'])
  })

  it('that is new sends its text, and what else there is', () => {
    expect(firstBody({ ...EMPTY_DRAFT, content: 'Hi' })).toEqual({ content: 'Hi' })
    expect(firstBody({ ...EMPTY_DRAFT, content: 'Hi {{you}}', modelId: 'm' })).toEqual({
      content: 'Hi {{you}}',
      suggestedModelId: 'm',
    })
  })

  it('has an option for each line, each once', () => {
    expect(optionsOf(' Korean \n\nEnglish\nKorean')).toEqual(['Korean', 'English'])
  })
})

describe('two drafts of one version', () => {
  it('give each of what only one of them changed', () => {
    const mine = change({ parameters: '{"temperature": 0.5}' })
    const theirs = change({ modelId: 'm', content: 'Theirs {{language}}' })
    const merged = mergeDrafts(draft, mine, theirs)
    expect(merged.draft).toMatchObject({ parameters: mine.parameters, modelId: 'm', content: theirs.content })
    expect(merged.both).toEqual([])
  })

  it('keep mine where both changed something, and say so', () => {
    const merged = mergeDrafts(draft, change({ parameters: '' }), change({ parameters: '{"topP": 0.5}' }))
    expect(merged.draft.parameters).toBe('')
    expect(merged.both).toEqual(['parameters'])
    expect(mergeDrafts(draft, change({ modelId: 'm' }), change({ modelId: 'm' })).both).toEqual([])
  })
})

describe('what is wrong with a draft', () => {
  it('is nothing with a version that was saved', () => expect(problemsOf(draft)).toEqual({}))

  it.each([
    [{ content: '' }, { content: 'missing' }],
    [{ content: '한'.repeat(3_413) + 'x' }, {}],
    [{ content: '한'.repeat(3_414) }, { content: 'tooLong' }],
    [{ content: Array.from({ length: 51 }, (_, n) => `{{v${n}}}`).join() }, { content: 'tooManyVariables' }],
    [{ turns: [{ user: 'x', assistant: '' }] }, { turns: 'blank' }],
    [{ parameters: '{' }, { parameters: { problem: 'syntax', what: '' } }],
    [{ parameters: '[]' }, { parameters: { problem: 'notObject', what: '' } }],
    [{ parameters: '{"heat": 1}' }, { parameters: { problem: 'unknown', what: 'heat' } }],
    [{ tools: '{}' }, { tools: { problem: 'notList', what: '' } }],
    [{ tools: '[1]' }, { tools: { problem: 'notList', what: '' } }],
  ] as [Partial<PromptDraft>, object][])('is named: %j', (with_, problems) => {
    expect(problemsOf({ ...EMPTY_DRAFT, content: 'x', ...with_ })).toEqual(problems)
  })

  it('names the variable', () => {
    const about = (info: object) =>
      change({ about: { language: { ...UNKNOWN_VARIABLE, ...draft.about.language, ...info } } })
    expect(problemsOf(about({ options: '' })).variables).toEqual({ language: 'optionsMissing' })
    expect(problemsOf(about({ options: 'French' })).variables).toEqual({ language: 'defaultChoice' })
    expect(problemsOf(about({ type: 'NUMBER', defaultValue: 'x' })).variables).toEqual({ language: 'defaultNumber' })
  })
})

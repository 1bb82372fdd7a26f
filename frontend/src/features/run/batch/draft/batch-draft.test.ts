import { laneProblems } from '@/features/run/batch/draft/batch-draft-problems'
import { batchInput, sizeOf, sizeOfItems, sizeProblem } from '@/features/run/batch/draft/batch-input'
import type { Item } from '@/features/run/batch/messages/items'
import { EMPTY_DRAFT, type Draft } from '@/features/run/composer/draft'
import { newLane } from '@/features/run/composer/draft-reducer'
import { describe, expect, it } from 'vitest'

const draft: Draft = {
  ...EMPTY_DRAFT,
  message: 'not this',
  lanes: [newLane(0, 'one'), newLane(1, 'two')],
  iterations: 2,
}
const items = (count: number, message = 'Why?'): Item[] =>
  Array.from({ length: count }, (_, index) => ({ line: index + 1, message, values: {} }))

describe('what is sent', () => {
  it('has the messages with values of their own, and no single one', () => {
    const item = { line: 1, message: 'Why?', values: { lang: 'ko' } }
    expect(batchInput(' Many ', [item], draft, 'key')).toMatchObject({
      name: 'Many',
      items: [{ message: 'Why?', variables: [{ name: 'lang', value: 'ko' }] }],
      lanes: [{ modelId: 'one' }, { modelId: 'two' }],
      iterations: 2,
      idempotencyKey: 'key',
    })
    expect(batchInput('', items(1), draft, 'key')).not.toHaveProperty('userMessage')
    expect(batchInput('', items(1), draft, 'key')).not.toHaveProperty('name')
  })
})

describe('the size', () => {
  const problem = (count: number, change: Partial<Draft> = {}, message?: string, name = '') =>
    sizeProblem(sizeOf(sizeOfItems(items(count, message)), { ...draft, ...change }), name)

  it('is messages times lanes times repeats', () => {
    expect(sizeOf(sizeOfItems(items(100)), draft)).toMatchObject({ messages: 100, models: 2, answers: 400 })
  })

  it('has limits', () => {
    expect(problem(0)).toBe('noMessages')
    expect(problem(1_000)).toBeNull()
    expect(problem(1_001)).toBe('tooManyMessages')
    expect(problem(1_000, { iterations: 5 })).toBeNull()
    expect(problem(1_000, { iterations: 6 })).toBe('tooManyAnswers')
    expect(problem(1_000, {}, 'x'.repeat(10_240))).toBeNull()
    // As JSON, each of them takes two bytes.
    expect(problem(1_000, {}, '"'.repeat(10_240))).toBe('tooLarge')
    expect(problem(1, {}, undefined, 'x'.repeat(201))).toBe('nameTooLong')
  })
})

describe('the bytes', () => {
  it('are no fewer than what is sent', () => {
    const many = items(500, '왜 "하늘"은 푸른가?\n')
    const body = JSON.stringify({ variables: { input: batchInput('', many, draft, 'x'.repeat(36)) } })
    const { bytes } = sizeOf(sizeOfItems(many), draft)
    expect(bytes - new TextEncoder().encode(body).length).toBeGreaterThan(2_000)
    expect(bytes - new TextEncoder().encode(body).length).toBeLessThan(5_000)
  })
})

describe('what is wrong with the lanes', () => {
  const variable = { name: 'lang', type: 'TEXT', description: '', defaultValue: null, options: [] } as const
  const template = { promptId: 'p', versionId: 'v', name: 'P', number: 1, variables: [variable] }

  it('does not ask for a message', () => expect(laneProblems({ ...draft, message: '' }, [])).toEqual({}))

  it('does not miss a value that a column fills in', () => {
    expect(laneProblems({ ...draft, template }, [])).toEqual({ 'input.variables.lang': 'valueMissing' })
    expect(laneProblems({ ...draft, template }, ['lang'])).toEqual({})
  })
})

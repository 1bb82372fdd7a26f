import { valueProblem, valuesToFill, type PromptVariable } from '@/lib/variables'
import { describe, expect, it } from 'vitest'

function variable(change: Partial<PromptVariable>): PromptVariable {
  return { name: 'x', type: 'TEXT', description: '', defaultValue: null, options: [], ...change }
}

describe('a value', () => {
  it('is missing where there is no default either', () => {
    expect(valueProblem(variable({}), '')).toBe('missing')
    expect(valueProblem(variable({}), undefined)).toBe('missing')
    expect(valueProblem(variable({ defaultValue: '' }), '')).toBeNull()
  })

  it.each(['0', '-0.5', '+3.', '.5', '1e3', '6.02E+23'])('may be the number %s', (value) =>
    expect(valueProblem(variable({ type: 'NUMBER' }), value)).toBeNull(),
  )

  it.each(['x', '1,000', '.', '1e', '0x10', ' 1', '١'])('is no number: %s', (value) =>
    expect(valueProblem(variable({ type: 'NUMBER' }), value)).toBe('number'),
  )

  it('of a choice is one of its options', () => {
    const choice = variable({ type: 'CHOICE', options: ['Korean', 'English'] })
    expect(valueProblem(choice, 'Korean')).toBeNull()
    expect(valueProblem(choice, 'korean')).toBe('choice')
  })

  it('is counted in bytes', () => {
    expect(valueProblem(variable({}), '한'.repeat(3_413))).toBeNull()
    expect(valueProblem(variable({}), '한'.repeat(3_414))).toBe('tooLong')
  })

  it('that is not typed is the default', () => {
    const variables = [variable({ name: 'a', defaultValue: '1' }), variable({ name: 'b' }), variable({ name: 'c' })]
    expect(valuesToFill(variables, { a: '', b: '2' })).toEqual({ a: '1', b: '2' })
  })
})

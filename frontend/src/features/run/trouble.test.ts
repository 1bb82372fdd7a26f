import { isInComposer, troubleIn, troubleOf } from '@/features/run/trouble'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { GraphQLError } from 'graphql'
import { describe, expect, it, vi } from 'vitest'

const refused = (extensions: Record<string, unknown>) =>
  new CombinedGraphQLErrors({ data: null, errors: [new GraphQLError('No.', { extensions })] })

describe('trouble', () => {
  it('stands at the field that the server names', () => {
    const field = 'input.lanes[1].parameters.temperature'
    expect(troubleOf(refused({ code: 'BAD_USER_INPUT', field }), vi.fn())).toMatchObject({
      fields: { [field]: 'No.' },
      failure: null,
    })
  })

  it('is said aloud where the field has no place on the screen', () => {
    const trouble = troubleOf(refused({ code: 'BAD_USER_INPUT', field: 'input.lanes' }), vi.fn())
    expect(trouble.failure).toMatchObject({ message: 'No.' })
    expect(troubleIn({ 'input.iterations': 'Too many.' }, vi.fn()).failure?.message).toBe('Too many.')
  })

  it('keeps what finds the request in the log', () => {
    expect(troubleOf(refused({ code: 'INTERNAL', requestId: 'r1' }), vi.fn()).failure).toEqual({
      code: 'INTERNAL',
      message: 'No.',
      field: null,
      requestId: 'r1',
    })
  })

  it('tells a server that does not answer from one that refuses', () => {
    expect(troubleOf(new TypeError('Failed to fetch'), vi.fn()).failure?.code).toBe('UNREACHABLE')
  })

  it('opens the composer for its own fields alone', () => {
    expect(isInComposer('input.userMessage')).toBe(true)
    expect(isInComposer('input.lanes[0].parameters.seed')).toBe(true)
    expect(isInComposer('input.lanes[0].systemPrompt')).toBe(true)
    expect(isInComposer('input.lanes[0].variables.언어')).toBe(true)
    expect(isInComposer('input.lanes[0].modelId')).toBe(false)
  })
})

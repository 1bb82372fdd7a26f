import { outcomeOf } from '@/features/run/export/send-runs'
import { describe, expect, it } from 'vitest'

describe('what became of an import', () => {
  it('is how many runs there are now', () => {
    expect(outcomeOf(true, { count: 2, ids: ['a', 'b'] })).toEqual({ kind: 'done', count: 2, ids: ['a', 'b'] })
  })

  it('is the place that is wrong', () => {
    const extensions = { code: 'BAD_USER_INPUT', field: 'runs[3].status', requestId: 'x' }
    expect(outcomeOf(false, { errors: [{ message: 'No.', extensions }] })).toEqual({
      kind: 'refused',
      message: 'No.',
      field: 'runs[3].status',
    })
  })

  it('is a refusal of all of it', () => {
    expect(outcomeOf(false, { errors: [{ message: 'Too large.', extensions: { code: 'BAD_USER_INPUT' } }] })).toEqual({
      kind: 'refused',
      message: 'Too large.',
      field: null,
    })
  })

  it('is unknown where somebody else answers', () => {
    expect(() => outcomeOf(false, {})).toThrow()
  })
})

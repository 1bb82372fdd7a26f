import { keepSeeds, reviveSeed } from '@/app/exact-seeds'
import { describe, expect, it } from 'vitest'

describe('a seed of 64 bits', () => {
  it('is kept to the digit in an answer', () => {
    const answer = '{"p":{"topP":1,"__typename":"Parameters","seed":9223372036854775807,"stop":null}}'
    expect(JSON.parse(keepSeeds(answer))).toMatchObject({ p: { seed: '9223372036854775807' } })
  })

  it('leaves short ones and everything else as they are', () => {
    const answer = '{"__typename":"Parameters","seed":42,"extra":{"seed":9223372036854775807}}'
    expect(keepSeeds(answer)).toBe(answer)
  })

  it('is kept to the digit in a message', () => {
    const holder = { __typename: 'Parameters' }
    const source = '-9223372036854775808'
    expect(reviveSeed.call(holder, 'seed', Number(source), { source })).toBe(source)
    expect(reviveSeed.call(holder, 'seed', 42, { source: '42' })).toBe(42)
    expect(reviveSeed.call({}, 'seed', Number(source), { source })).toBe(Number(source))
  })
})

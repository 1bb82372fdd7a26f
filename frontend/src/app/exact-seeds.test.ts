import { keepSeeds, keepSeedsIn } from '@/app/exact-seeds'
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
    const message = (data: string) => {
      const event = new MessageEvent<string>('message', { data })
      keepSeedsIn(event)
      return event.data
    }
    const seed = (digits: string) => `{"__typename":"Parameters","seed":${digits}}`
    expect(JSON.parse(message(seed('-9223372036854775808')))).toMatchObject({ seed: '-9223372036854775808' })
    expect(message(seed('42'))).toBe(seed('42'))
  })
})

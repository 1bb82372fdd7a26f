import { excerpt } from '@/lib/excerpt'
import { describe, expect, it } from 'vitest'

describe('an excerpt', () => {
  it('is one line', () => {
    expect(excerpt('  SELECT o.id\n\n\tFROM orders  ')).toBe('SELECT o.id FROM orders')
  })

  it('ends at a word and says that more follows', () => {
    expect(excerpt('Name three risks in this plan', 14)).toBe('Name three…')
    expect(excerpt('가나다라마바사아자차', 4)).toBe('가나다라…')
  })

  it('never halves a character', () => {
    expect(excerpt('abc😀def', 4)).toBe('abc…')
  })
})

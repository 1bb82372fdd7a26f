import { highlight } from '@/lib/highlight'
import { describe, expect, it } from 'vitest'

const marked = (code: string, language = '') =>
  highlight(code, language)
    .filter((piece) => piece.kind !== 'plain')
    .map((piece) => `${piece.kind}:${piece.text}`)

describe('highlight', () => {
  it('loses nothing', () => {
    const code = "SELECT 'it''s' -- why\n/* open \"x"
    expect(
      highlight(code, 'sql')
        .map((piece) => piece.text)
        .join(''),
    ).toBe(code)
  })

  it('finds keywords, strings and comments', () => {
    expect(marked("SELECT id FROM t WHERE a = '배송 지연' -- note", 'sql')).toEqual([
      'keyword:SELECT',
      'keyword:FROM',
      'keyword:WHERE',
      "string:'배송 지연'",
      'comment:-- note',
    ])
  })

  it('takes a hash for a comment only where it is one', () => {
    expect(marked('x = 1 # one', 'python')).toEqual(['comment:# one'])
    expect(marked('#include <x>', 'c')).toEqual([])
  })

  it('leaves markup alone', () => {
    expect(marked('<a class="x">for</a>', 'html')).toEqual([])
  })
})

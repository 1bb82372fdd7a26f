import { mergeTexts } from '@/lib/text-merge'
import { describe, expect, it } from 'vitest'

const NAMES = { mine: 'yours', theirs: 'v3' }

function merge(base: string, mine: string, theirs: string) {
  const [a, b, c] = [base, mine, theirs].map((text) => text.replaceAll(' ', '\n'))
  const { text, conflicts } = mergeTexts(a ?? '', b ?? '', c ?? '', NAMES)
  return [text.replaceAll('\n', ' '), conflicts]
}

describe('two changes of one text', () => {
  it('in different places both stay', () => {
    expect(merge('a b c d e', 'a B c d e', 'a b c D e')).toEqual(['a B c D e', 0])
    expect(merge('a b c', 'x a b c', 'a b c y')).toEqual(['x a b c y', 0])
    expect(merge('a b c d e', 'a c d e', 'a b c d')).toEqual(['a c d', 0])
  })

  it('that are the same are made once', () => {
    expect(merge('a b c', 'a X c', 'a X c')).toEqual(['a X c', 0])
  })

  it('of the same lines stand between marks', () => {
    expect(merge('a b c', 'a X c', 'a Y c')).toEqual(['a <<<<<<<\u0020yours X ======= Y >>>>>>>\u0020v3 c', 1])
  })

  it('of which one is none are the other', () => {
    expect(merge('a b c', 'a b c', 'a Y c')).toEqual(['a Y c', 0])
    expect(merge('a b c', 'q', 'a b c')).toEqual(['q', 0])
  })
})

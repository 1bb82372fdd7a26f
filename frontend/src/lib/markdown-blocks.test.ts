import { blocksOf, NO_BLOCKS } from '@/lib/markdown-blocks'
import { describe, expect, it } from 'vitest'

const TEXT = [
  '# Title',
  'A paragraph with **bold** and `code`.',
  '- one\n- two\n\n- three',
  '```sql\nSELECT 1;\n\nSELECT 2;\n```',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '> quoted\n> more',
  'The end 👍.',
].join('\n\n')

describe('blocksOf', () => {
  it('gives the same blocks token by token as at once', () => {
    let blocks = NO_BLOCKS
    for (let end = 1; end <= TEXT.length; end++) blocks = blocksOf(TEXT.slice(0, end), blocks)
    expect(blocks.tokens.map((token) => token.raw)).toEqual(blocksOf(TEXT).tokens.map((token) => token.raw))
    expect(blocks.tokens.map((token) => token.type)).toEqual(blocksOf(TEXT).tokens.map((token) => token.type))
  })

  it('keeps settled blocks as the objects that they were', () => {
    const before = blocksOf(TEXT)
    const after = blocksOf(TEXT + '\n\nMore.', before)
    expect(after.tokens[0]).toBe(before.tokens[0])
    expect(after.tokens[4]).toBe(before.tokens[4])
  })

  it('starts anew when the text is another', () => {
    expect(blocksOf('Other', blocksOf(TEXT)).tokens.map((token) => token.raw)).toEqual(['Other'])
  })

  it('waits for the other half of a character', () => {
    expect(blocksOf('a\ud83d').text).toBe('a')
  })
})

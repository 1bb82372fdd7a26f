import { estimateTokens } from '@/lib/token-estimate'
import { expect, it } from 'vitest'

it.each([
  ['', 0],
  ['a', 1],
  ['Answer in two sentences.', 6],
  ['두 문장으로 답하세요.', 8],
  ['😀😀😀😀', 1],
])('%j has about %i tokens', (text, tokens) => expect(estimateTokens(text)).toBe(tokens))

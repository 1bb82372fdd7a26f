import { lexer, type Token } from 'marked'

/** A text cut into blocks: paragraphs, lists, code and so on. */
export interface Blocks {
  text: string
  tokens: readonly Token[]
}

export const NO_BLOCKS: Blocks = { text: '', tokens: [] }

/** More text can still change the last block, and a list the one before it; whatever is further back is settled. */
const UNSETTLED = 2

/**
 * The blocks of a text. Where it only grew, the settled blocks of before are kept as the same objects and just the end is
 * parsed again, so that a long answer costs no more per token than a short one.
 */
export function blocksOf(text: string, before: Blocks = NO_BLOCKS): Blocks {
  const source = withoutHalfPair(text).replaceAll(/\r\n?/g, '\n')
  if (source === before.text) return before
  const settled = source.startsWith(before.text) ? settledOf(before.tokens) : []
  const start = settled.reduce((length, token) => length + token.raw.length, 0)
  return { text: source, tokens: [...settled, ...lexer(source.slice(start))] }
}

function settledOf(tokens: readonly Token[]): readonly Token[] {
  let end = tokens.length
  for (let left = UNSETTLED; left > 0 && end > 0; end--) {
    if (tokens[end - 1]?.type !== 'space') left--
  }
  return tokens.slice(0, end)
}

/** A piece may end inside a surrogate pair; its first half alone would show as a broken character for a moment. */
function withoutHalfPair(text: string): string {
  const last = text.charCodeAt(text.length - 1)
  return last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text
}

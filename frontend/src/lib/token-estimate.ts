/** How many characters make a token, about: of Latin and the like; of Chinese, Japanese and Korean. */
const PLAIN_PER_TOKEN = 4
const EAST_ASIAN_PER_TOKEN = 1.4

const EAST_ASIAN = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu

/** About how many tokens a text has. Every model counts in its own way, so this is good for its size only. */
export function estimateTokens(text: string): number {
  const eastAsian = text.match(EAST_ASIAN)?.length ?? 0
  const plain = Array.from(text).length - eastAsian
  return Math.ceil(plain / PLAIN_PER_TOKEN + eastAsian / EAST_ASIAN_PER_TOKEN)
}

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The first letters of the first and the last word; of a name in Hangul, where one word is the whole name, its last two syllables. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const [first = ''] = words
  if (/^\p{Script=Hangul}+$/u.test(first)) return lettersOf(first).slice(-2).join('')
  const ends = words.length > 1 ? [first, words.at(-1) ?? ''] : [first]
  return ends
    .map((word) => lettersOf(word)[0] ?? '')
    .join('')
    .toUpperCase()
}

function lettersOf(word: string): string[] {
  return Array.from(letters.segment(word), ({ segment }) => segment)
}

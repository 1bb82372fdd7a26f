const CODE = /^ {0,3}(```|~~~)|^( {4}|\t)/
/** A mark at the very end: not yet known whether it opens, closes, or is half of a longer one. */
const DANGLING = /(?:(?<=\s)|^)\*{1,3}$|(?<=[^*]\*\*[^*]+)\*$/

/**
 * A block that is still being written, with its open bold, italic and code marks closed, so that no bare stars show until
 * the second ones arrive. Code blocks are left as they are.
 */
export function closeMarks(block: string): string {
  if (CODE.test(block)) return block
  const text = ` ${block}`.replace(DANGLING, '').slice(1)
  const open: string[] = []
  for (const match of text.matchAll(/\\.|`+|\*\*|\*|~~/g)) {
    const [mark] = match
    const top = open.at(-1)
    if (mark === top) open.pop()
    else if (!mark.startsWith('\\') && !top?.startsWith('`') && opens(text, match.index + mark.length)) open.push(mark)
  }
  return open.length === 0 ? text : text.trimEnd() + open.reverse().join('')
}

/** What is followed by a space opens nothing: it is a list's mark or a sign of multiplication. */
function opens(text: string, after: number): boolean {
  return /\S/.test(text.charAt(after))
}

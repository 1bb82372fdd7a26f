/** A part of a template: text that stands for itself, or a place that takes the value of a name. */
export type TemplatePart =
  { kind: 'plain'; text: string; from: number; to: number } | { kind: 'place'; name: string; from: number; to: number }

const OPEN = '{{'
const CLOSE = '}}'
const MAX_NAME = 64
const NAME = /^[\p{L}\p{Nd}\p{M}_]+$/u
const BLANKS = /^[ \t]+|[ \t]+$/g

/**
 * Reads a template as the server does. A place is `{{name}}`: 1 to 64 letters, marks, digits and underscores of any
 * script, between blanks or none. Of the backslashes right before two braces each pair is one backslash, and one that is
 * left makes the braces plain. Everything else is plain; nothing is ever executed. `from` and `to` are where a part
 * stands in the text, with the backslashes that belong to it.
 */
export function templateParts(text: string): TemplatePart[] {
  const parts: TemplatePart[] = []
  const plain = (words: string, from: number, to: number) => {
    if (to > from) parts.push({ kind: 'plain', text: words, from, to })
  }
  let at = 0
  for (let open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
    const slashes = slashesBefore(text, open, at)
    const before = text.slice(at, open - slashes) + '\\'.repeat(Math.floor(slashes / 2))
    const place = slashes % 2 === 1 ? null : placeAt(text, open)
    const past = open + (slashes % 2 === 1 ? OPEN.length : 1)
    if (place) {
      plain(before, at, open)
      parts.push({ kind: 'place', ...place })
    } else {
      plain(before + text.slice(open, past), at, past)
    }
    at = place?.to ?? past
  }
  plain(text.slice(at), at, text.length)
  return parts
}

/** The names of the places of some texts, each once, in their order. */
export function variableNames(...texts: readonly string[]): string[] {
  const places = texts.flatMap(templateParts)
  return [...new Set(places.flatMap((part) => (part.kind === 'place' ? [part.name] : [])))]
}

/** The text with values in its places; a place without a value stays as it is written. */
export function fillTemplate(text: string, values: Readonly<Record<string, string>>): string {
  return templateParts(text)
    .map((part) => (part.kind === 'plain' ? part.text : (values[part.name] ?? text.slice(part.from, part.to))))
    .join('')
}

function placeAt(text: string, open: number): { name: string; from: number; to: number } | null {
  const close = text.indexOf(CLOSE, open + OPEN.length)
  if (close < 0) return null
  const name = text.slice(open + OPEN.length, close).replaceAll(BLANKS, '')
  return isName(name) ? { name, from: open, to: close + CLOSE.length } : null
}

function isName(name: string): boolean {
  // Counted in characters, and only where the bound on code units leaves it open: a name may be the whole text.
  return name.length <= 2 * MAX_NAME && NAME.test(name) && Array.from(name).length <= MAX_NAME
}

function slashesBefore(text: string, end: number, start: number): number {
  let from = end
  while (from > start && text[from - 1] === '\\') from--
  return end - from
}

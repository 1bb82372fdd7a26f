/**
 * How well what was typed fits something with a name and other texts: 0 not at all, 1 best. Every word typed must occur,
 * in any case and order; the name counts before the rest, and its beginning before its middle.
 */
export function matchWords(typed: string, name: string, others: readonly string[]): number {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return 1
  const lowName = name.toLowerCase()
  const all = [lowName, ...others.map((text) => text.toLowerCase())]
  if (!words.every((word) => all.some((text) => text.includes(word)))) return 0
  if (lowName.startsWith(words.join(' '))) return 1
  if (words.every((word) => lowName.split(/[\s/:_-]+/).some((part) => part.startsWith(word)))) return 0.9
  return words.every((word) => lowName.includes(word)) ? 0.8 : 0.5
}

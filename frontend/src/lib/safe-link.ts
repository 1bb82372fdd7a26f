const SAFE = new Set(['http:', 'https:', 'mailto:'])

/** The address of a link that a model wrote, if it leads to the web or to mail; null for scripts, data and the like. */
export function safeLink(href: string): string | null {
  try {
    const url = new URL(href)
    return SAFE.has(url.protocol) ? url.href : null
  } catch {
    return null
  }
}

const PREFIX = 'assay.'

/** What this browser remembers under a name; null when nothing is there, it is unreadable, or the browser forbids it. */
export function recall(name: string): unknown {
  try {
    const text = localStorage.getItem(PREFIX + name)
    return text === null ? null : (JSON.parse(text) as unknown)
  } catch {
    return null
  }
}

/** Remembers a value, or forgets it when it is undefined. A full or forbidden store is no error: the page works without. */
export function remember(name: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + name)
    else localStorage.setItem(PREFIX + name, JSON.stringify(value))
  } catch {
    // Private windows may forbid it.
  }
}

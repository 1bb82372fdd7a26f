const PREFIX = 'assay.'
/** What belongs to whoever is signed in, unlike a theme or a language, which belong to the browser. */
const OWN = 'own.'
const OWNER = 'owner'

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

/** As `recall`, of what is the signed-in user's own. */
export function recallOwn(name: string): unknown {
  return recall(OWN + name)
}

/** As `remember`, for what is the signed-in user's own. */
export function rememberOwn(name: string, value: unknown): void {
  remember(OWN + name, value)
}

/** From now on this user owns what is remembered; what somebody else left is forgotten. */
export function ownBy(userId: string): void {
  if (recall(OWNER) === userId) return
  forgetOwn()
  remember(OWNER, userId)
}

/** Forgets everything that is a user's own. */
export function forgetOwn(): void {
  try {
    const names = Array.from({ length: localStorage.length }, (_, place) => localStorage.key(place))
    for (const name of names) if (name?.startsWith(PREFIX + OWN)) localStorage.removeItem(name)
    localStorage.removeItem(PREFIX + OWNER)
  } catch {
    // As above.
  }
}

const NAME = 'assay.place'

/** Where whoever signs in goes if nothing else is kept. */
const HOME = '/'

/** Paths that lead nowhere after a sign-in. */
const DOORS = /^\/(sign-in|signed-in|auth)(\/|$)/

/** Keeps the address that a stranger asked for, in this tab, over the way to the provider and back. */
export function keepPlace(address: string): void {
  try {
    sessionStorage.setItem(NAME, address)
  } catch {
    // Without the store one starts at the first page.
  }
}

export function forgetPlace(): void {
  try {
    sessionStorage.removeItem(NAME)
  } catch {
    // As above.
  }
}

/** The kept address, or the first page. */
export function keptPlace(): string {
  try {
    return ownPlace(sessionStorage.getItem(NAME) ?? HOME, window.location.origin)
  } catch {
    return HOME
  }
}

/** An address as path, search and hash, if it is one of our own pages; else the first page. */
export function ownPlace(address: string, origin: string): string {
  if (!address.startsWith('/') || !URL.canParse(address, origin)) return HOME
  const url = new URL(address, origin)
  // A path of two slashes would be read as another host.
  if (url.origin !== origin || url.pathname.startsWith('//') || DOORS.test(url.pathname)) return HOME
  return url.pathname + url.search + url.hash
}

import { forgetPlace } from '@/lib/session/kept-place'
import { session } from '@/lib/session/session'
import { forgetOwn } from '@/lib/storage'

/**
 * After a sign-out: forgets what is the user's in this browser and loads the page anew, so that nothing of theirs stays in
 * memory either.
 */
export function leave(address = '/sign-in'): void {
  forgetOwn()
  forgetPlace()
  session.signedOut()
  window.location.assign(address)
}

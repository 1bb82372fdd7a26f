import { keptPlace } from '@/lib/session/kept-place'
import { Navigate } from 'react-router'

/** Where the provider's answer ends: on to the page that was asked for. The gate there sees whether it worked. */
export function SignedInPage() {
  return <Navigate to={keptPlace()} replace />
}

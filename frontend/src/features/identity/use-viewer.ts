import { ViewerDocument } from '@/__generated__/graphql'
import type { Viewer } from '@/features/identity/open-session'
import { useQuery } from '@apollo/client/react'

/** Who is signed in, or the local user. Null only where no gate has let anybody in. */
export function useViewer(): Viewer | null {
  const { data } = useQuery(ViewerDocument, { fetchPolicy: 'cache-only' })
  return data?.viewer ?? null
}

import { DeleteAccountDocument } from '@/__generated__/graphql'
import type { Viewer } from '@/features/identity/open-session'
import { failureOf } from '@/lib/graphql-error'
import { leave } from '@/lib/session/leave'
import { useMutation } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'

/** Deletes the account and leaves: to the sign-in page, or where nobody signs in to a fresh start. */
export function useDeleteAccount(viewer: Viewer) {
  const { t } = useTranslation('identity')
  const [mutate, { loading, called, error }] = useMutation(DeleteAccountDocument)
  const remove = (confirmation: string) =>
    void mutate({ variables: { confirmation } }).then(
      () => leave(viewer.isLocal ? '/' : '/sign-in'),
      () => undefined,
    )
  // After a success the page is about to go.
  return {
    remove,
    busy: loading || (called && !error),
    refusal: error && (failureOf(error).message || t('unreachable.text')),
  }
}

import { RestoreModelDocument } from '@/__generated__/graphql'
import { forgetModelLists } from '@/features/model/model-lists'
import { useMutation } from '@apollo/client/react'

/** Brings a removed model back into the lists. */
export function useRestoreModelMutation() {
  return useMutation(RestoreModelDocument, { update: forgetModelLists })
}

import { RegisterModelDocument } from '@/__generated__/graphql'
import { forgetModelLists } from '@/features/model/model-lists'
import { useMutation } from '@apollo/client/react'

/** Adds a model. The lists are asked for again: where it stands in them, only the server knows. */
export function useRegisterModelMutation() {
  return useMutation(RegisterModelDocument, { update: forgetModelLists })
}

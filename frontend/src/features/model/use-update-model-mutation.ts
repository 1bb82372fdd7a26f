import { UpdateModelDocument } from '@/__generated__/graphql'
import { forgetModelLists } from '@/features/model/model-lists'
import { useMutation } from '@apollo/client/react'

/** Changes a model. The lists are asked for again: its name orders them, and its key is that of its server's other models too. */
export function useUpdateModelMutation() {
  return useMutation(UpdateModelDocument, { update: forgetModelLists })
}

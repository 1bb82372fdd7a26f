import { RemoveModelDocument, type RemoveModelMutation } from '@/__generated__/graphql'
import { removeFromModelLists } from '@/features/model/model-lists'
import { useMutation } from '@apollo/client/react'

/** Takes a model out of the lists, on the page at once. */
export function useRemoveModelMutation() {
  return useMutation(RemoveModelDocument, {
    optimisticResponse: ({ id }): RemoveModelMutation => ({
      removeModel: { __typename: 'Model', id: String(id), removedAt: new Date().toISOString() },
    }),
    update: (cache, { data }) => {
      if (data) removeFromModelLists(cache, data.removeModel.id)
    },
  })
}

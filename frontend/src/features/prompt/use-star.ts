import { StarPromptDocument, UnstarPromptDocument } from '@/__generated__/graphql'
import { useRefusal } from '@/features/prompt/use-refusal'
import { useMutation } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'

/** Marks a prompt, or takes the mark away: on the page at once. A prompt stays in the list until that is asked for again. */
export function useStar(): (prompt: { id: string; name: string; isStarred: boolean }) => void {
  const { t } = useTranslation('prompt')
  const refuse = useRefusal()
  const [star] = useMutation(StarPromptDocument, {
    optimisticResponse: ({ id }) => ({
      starPrompt: { __typename: 'Prompt' as const, id: String(id), isStarred: true },
    }),
  })
  const [unstar] = useMutation(UnstarPromptDocument, {
    optimisticResponse: ({ id }) => ({
      unstarPrompt: { __typename: 'Prompt' as const, id: String(id), isStarred: false },
    }),
  })
  return ({ id, name, isStarred }) => {
    const turn = isStarred ? unstar : star
    void turn({ variables: { id } }).catch(refuse(t('star.failed', { name })))
  }
}

import { SaveTemplateDocument, type CreatePromptInput } from '@/__generated__/graphql'
import { templateOf, type Template } from '@/features/run/composer/draft'
import { useMutation } from '@apollo/client/react'

/** Makes a prompt of a text; its first version is the template. */
export function useSaveTemplateMutation() {
  const [mutate, { loading }] = useMutation(SaveTemplateDocument, { refetchQueries: ['Templates'] })
  const save = async (input: CreatePromptInput): Promise<Template> => {
    const { data } = await mutate({ variables: { input } })
    if (!data) throw new Error('createPrompt answered nothing')
    return templateOf(data.createPrompt, data.createPrompt.currentVersion)
  }
  return { save, loading }
}

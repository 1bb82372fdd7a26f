import { TemplateVersionDocument } from '@/__generated__/graphql'
import { templateOf } from '@/features/run/composer/draft'
import type { DraftAction } from '@/features/run/composer/draft-reducer'
import { toText } from '@/features/run/composer/parameter-text'
import { useApolloClient } from '@apollo/client/react'
import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { toast } from 'sonner'

/** Takes the version of a prompt that the address of a new test names, with its parameters; then the address is done with it. */
export function useOpenedPrompt(edit: (action: DraftAction) => void): void {
  const { t } = useTranslation('run')
  const client = useApolloClient()
  const [params, setParams] = useSearchParams()
  const id = params.get('prompt')
  const number = Number(params.get('version'))

  const open = useEffectEvent(async (promptId: string, isCurrent: () => boolean) => {
    try {
      const query = { query: TemplateVersionDocument, variables: { id: promptId, number } }
      const prompt = (await client.query(query)).data?.prompt
      if (!isCurrent()) return
      if (!prompt?.version) throw new Error('The version is gone')
      const { version } = prompt
      const template = templateOf(prompt, version)
      edit({ type: 'template', template, content: version.content, parameters: toText(version.parameters) })
    } catch {
      if (isCurrent()) toast.error(t('template.failed'))
    }
    if (isCurrent()) setParams({}, { replace: true })
  })

  useEffect(() => {
    if (id === null) return
    let current = true
    void open(id, () => current)
    return () => {
      current = false
    }
  }, [id, number])
}

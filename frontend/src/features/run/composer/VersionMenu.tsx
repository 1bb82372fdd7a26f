import { TemplateVersionDocument, TemplateVersionsDocument } from '@/__generated__/graphql'
import { templateOf, type Template } from '@/features/run/composer/draft'
import { Button } from '@/ui/Button'
import { Combobox } from '@/ui/Combobox'
import { skipToken, useApolloClient, useQuery } from '@apollo/client/react'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'

interface VersionMenuProps {
  template: Template
  onLoad: (template: Template, content: string) => void
}

/** Which version of the template it is, and the way to another one. */
export function VersionMenu({ template, onLoad }: VersionMenuProps) {
  const { t } = useTranslation('run')
  const client = useApolloClient()
  const [opened, setOpened] = useState(false)
  const { promptId: id, name } = template
  const { data } = useQuery(
    TemplateVersionsDocument,
    opened && id !== '' ? { variables: { id }, fetchPolicy: 'cache-and-network' } : skipToken,
  )
  const versions = data?.prompt?.versions ?? []

  const load = async (number: number) => {
    try {
      const answer = await client.query({ query: TemplateVersionDocument, variables: { id, number } })
      const prompt = answer.data?.prompt
      if (!prompt?.version) throw new Error('The version is gone')
      onLoad(templateOf(prompt, prompt.version), prompt.version.content)
    } catch {
      toast.error(t('template.failed'))
    }
  }

  return (
    <Combobox
      label={t('template.versions', { name })}
      searchLabel={t('template.searchVersion')}
      emptyLabel={t('template.noVersion')}
      value={String(template.number)}
      onOpen={() => setOpened(true)}
      onSelect={(number) => void load(Number(number))}
      options={versions.map(({ number, message }) => ({
        value: String(number),
        label: versionName(number),
        keywords: [message],
        content: (
          <>
            <span className="w-8 shrink-0 font-medium tabular-nums">{versionName(number)}</span>
            <span className="truncate text-ink-2">{message}</span>
          </>
        ),
      }))}
    >
      <Button
        size="small"
        look="quiet"
        className="-ml-1 gap-1 px-1"
        aria-label={t('template.version', { name, number: template.number })}
      >
        <span className="tabular-nums">{versionName(template.number)}</span>
        <ChevronDown aria-hidden className="size-3.5" />
      </Button>
    </Combobox>
  )
}

function versionName(number: number): string {
  return `v${number}`
}

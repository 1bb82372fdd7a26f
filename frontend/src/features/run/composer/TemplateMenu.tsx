import { TemplateContentDocument, TemplatesDocument } from '@/__generated__/graphql'
import { templateOf, type Template } from '@/features/run/composer/draft'
import { Button } from '@/ui/Button'
import { Combobox } from '@/ui/Combobox'
import { VersionMenu } from '@/features/run/composer/VersionMenu'
import { useApolloClient, useQuery } from '@apollo/client/react'
import { ChevronDown, FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'

interface TemplateMenuProps {
  template: Template | null
  onLoad: (template: Template, content: string) => void
}

/** Loads a prompt's newest text. Absent while there are no prompts. */
export function TemplateMenu({ template, onLoad }: TemplateMenuProps) {
  const { t } = useTranslation('run')
  const client = useApolloClient()
  const { data } = useQuery(TemplatesDocument, { fetchPolicy: 'cache-and-network' })
  const prompts = data?.prompts.edges.map((edge) => edge.node) ?? []
  if (prompts.length === 0) return null

  const load = async (id: string) => {
    try {
      const answer = await client.query({ query: TemplateContentDocument, variables: { id } })
      const prompt = answer.data?.prompt
      if (!prompt) throw new Error('The prompt is gone')
      onLoad(templateOf(prompt, prompt.currentVersion), prompt.currentVersion.content)
    } catch {
      toast.error(t('template.failed'))
    }
  }

  const menu = (
    <Combobox
      label={t('template.load')}
      searchLabel={t('template.search')}
      emptyLabel={t('template.none')}
      value={template?.promptId ?? null}
      onSelect={(id) => void load(id)}
      options={prompts.map((prompt) => ({
        value: prompt.id,
        label: prompt.name,
        content: (
          <>
            <span className="truncate">{prompt.name}</span>
            <Version number={prompt.currentVersion.number} />
          </>
        ),
      }))}
    >
      <Button size="small" className="min-w-0 shrink" aria-label={template ? undefined : t('template.load')}>
        <FileText aria-hidden className="size-3.5" />
        <span className="truncate">{template?.name ?? t('template.load')}</span>
        <ChevronDown aria-hidden className="size-3.5" />
      </Button>
    </Combobox>
  )
  return (
    <>
      {menu}
      {template && <VersionMenu template={template} onLoad={onLoad} />}
    </>
  )
}

function Version({ number }: { number: number }) {
  return <span className="font-normal text-ink-3 tabular-nums">{`v${number}`}</span>
}

import { VersionCodeDocument } from '@/__generated__/graphql'
import { failureOf } from '@/lib/graphql-error'
import { CodeTabs } from '@/ui/code/CodeTabs'
import { useCodeLanguage } from '@/ui/code/use-code-language'
import { Dialog } from '@/ui/Dialog'
import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'

interface VersionCodeProps {
  promptId: string
  number: number
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** A version as a program that asks with it. */
export function VersionCode({ promptId, number, open, onOpenChange }: VersionCodeProps) {
  const { t } = useTranslation('prompt')
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('code.title', { number })}
      description={t('code.text')}
      wide
    >
      <Program promptId={promptId} number={number} />
    </Dialog>
  )
}

function Program({ promptId, number }: { promptId: string; number: number }) {
  const { t } = useTranslation('prompt')
  const [language, setLanguage] = useCodeLanguage()
  const { data, error } = useQuery(VersionCodeDocument, { variables: { promptId, number, language } })
  return (
    <CodeTabs
      language={language}
      onLanguage={setLanguage}
      code={data?.prompt?.version?.code ?? null}
      failure={error ? failureOf(error).message || t('unreachable') : null}
    />
  )
}

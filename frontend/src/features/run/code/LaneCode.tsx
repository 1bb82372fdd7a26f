import { LaneCodeDocument } from '@/__generated__/graphql'
import { failureOf } from '@/lib/graphql-error'
import { Button } from '@/ui/Button'
import { CodeTabs } from '@/ui/code/CodeTabs'
import { useCodeLanguage } from '@/ui/code/use-code-language'
import { Dialog } from '@/ui/Dialog'
import { useQuery } from '@apollo/client/react'
import { Code } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface ProgramProps {
  runId: string
  position: number
}

interface LaneCodeProps extends ProgramProps {
  /** How the button's word looks. */
  labelClass?: string
}

/** A lane of a run as a program that asks the same. */
export function LaneCode({ runId, position, labelClass }: LaneCodeProps) {
  const { t } = useTranslation('files')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="quiet" size="small" title={t('code.action')} onClick={() => setOpen(true)}>
        <Code aria-hidden className="size-3.5" />
        <span className={labelClass}>{t('code.action')}</span>
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('code.title')} description={t('code.text')} wide>
        <Program runId={runId} position={position} />
      </Dialog>
    </>
  )
}

/** Not kept: lanes have no id, and what else is known of them would be lost. */
function Program({ runId, position }: ProgramProps) {
  const { t } = useTranslation('files')
  const [language, setLanguage] = useCodeLanguage()
  const { data, error } = useQuery(LaneCodeDocument, {
    variables: { runId, language },
    fetchPolicy: 'no-cache',
  })
  const lane = data?.run?.lanes.find((one) => one.position === position)
  return (
    <CodeTabs
      language={language}
      onLanguage={setLanguage}
      code={lane?.code ?? null}
      failure={error ? failureOf(error).message || t('unreachable') : null}
    />
  )
}

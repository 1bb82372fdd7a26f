import { copyText } from '@/lib/clipboard'
import { Button } from '@/ui/Button'
import { CODE_LANGUAGES, type CodeLanguageName } from '@/ui/code/code-languages'
import { CodeBlock } from '@/ui/markdown/CodeBlock'
import { Skeleton } from '@/ui/Skeleton'
import { Check, Copy } from 'lucide-react'
import { Tabs } from 'radix-ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface CodeTabsProps {
  language: CodeLanguageName
  onLanguage: (language: CodeLanguageName) => void
  /** Null while it is on its way. */
  code: string | null
  /** Why it cannot be had, in words; null where it can. */
  failure: string | null
}

/** One program in several languages. */
export function CodeTabs({ language, onLanguage, code, failure }: CodeTabsProps) {
  const { t } = useTranslation('ui')
  const shown = CODE_LANGUAGES.find(({ value }) => value === language) ?? CODE_LANGUAGES[0]
  return (
    <Tabs.Root
      value={language}
      onValueChange={(value) => onLanguage(value as CodeLanguageName)}
      className="flex min-h-0 flex-col"
    >
      <div className="flex items-center gap-2 border-b border-line">
        <Tabs.List aria-label={t('code.languages')} className="scrollbar-none flex min-w-0 grow overflow-x-auto">
          {CODE_LANGUAGES.map(({ value, name }) => (
            <Tabs.Trigger
              key={value}
              value={value}
              className="-mb-px h-9 shrink-0 border-b-2 border-transparent px-3 font-medium text-ink-2 hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink"
            >
              {name}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <CopyCode code={code} />
      </div>
      <Tabs.Content value={language} tabIndex={-1} className="h-[52vh] min-h-0 overflow-y-auto pt-3 outline-none">
        {failure !== null ? (
          <p role="alert" className="text-bad">
            {failure}
          </p>
        ) : code === null ? (
          <Skeleton className="h-full w-full" />
        ) : (
          <div className="markdown">
            <CodeBlock code={code} language={shown.highlight} />
          </div>
        )}
      </Tabs.Content>
      <p className="mt-3 text-small text-ink-3">{t('code.key')}</p>
    </Tabs.Root>
  )
}

function CopyCode({ code }: { code: string | null }) {
  const { t } = useTranslation('ui')
  const [copied, setCopied] = useState<string | null>(null)
  useEffect(() => {
    if (copied === null) return
    const timer = setTimeout(() => setCopied(null), 2_000)
    return () => clearTimeout(timer)
  }, [copied])
  const done = copied !== null && copied === code
  const Icon = done ? Check : Copy
  return (
    <Button
      size="small"
      disabled={code === null}
      onClick={() => void copyText(code ?? '').then((copiedIt) => setCopied(copiedIt ? code : null))}
    >
      <Icon aria-hidden className="size-3.5" />
      <span aria-live="polite">{done ? t('code.copied') : t('code.copy')}</span>
    </Button>
  )
}

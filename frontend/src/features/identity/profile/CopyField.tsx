import { copyText } from '@/lib/clipboard'
import { Button } from '@/ui/Button'
import { Check, Copy } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** A text to take along, with the button that does it. It can be selected by hand too, where the browser forbids copying. */
export function CopyField({ label, text }: { label: string; text: string }) {
  const { t } = useTranslation('identity')
  const id = useId()
  const [outcome, setOutcome] = useState<'copied' | 'notCopied' | null>(null)
  const copy = async () => setOutcome((await copyText(text)) ? 'copied' : 'notCopied')
  const Icon = outcome === 'copied' ? Check : Copy
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-center gap-2">
        <span id={id} className="grow text-small font-medium text-ink-2">
          {label}
        </span>
        <span role="status" className="text-small text-ink-2">
          {outcome && t(`copy.${outcome}`)}
        </span>
        <Button size="small" aria-label={t('copy.of', { what: label })} onClick={() => void copy()}>
          <Icon aria-hidden className="size-3.5" />
          {t('copy.action')}
        </Button>
      </div>
      <pre
        tabIndex={0}
        role="region"
        aria-labelledby={id}
        translate="no"
        className="overflow-x-auto rounded-m border border-line bg-sunken px-2.5 py-2 font-mono text-small select-all"
      >
        {text}
      </pre>
    </div>
  )
}

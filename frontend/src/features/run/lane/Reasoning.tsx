import type { ResultState } from '@/features/run/live/run-state'
import { cn } from '@/lib/cn'
import { useFormat } from '@/ui/use-format'
import { Markdown } from '@/ui/markdown/Markdown'
import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** What the model thought first: folded, with how much and how long. */
export function Reasoning({ result, thinking }: { result: ResultState; thinking: boolean }) {
  const { t } = useTranslation('run')
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const id = useId()
  const { record, live } = result
  const tokens = record.usage?.reasoningTokens ?? live.reasoning?.tokens ?? null
  const span = live.reasoning ? live.reasoning.to - live.reasoning.from : null
  return (
    <div>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="flex h-7 w-full items-center gap-1.5 rounded-m bg-sunken px-2 text-left text-small text-ink-2 hover:bg-hover phone:h-9"
      >
        <ChevronRight aria-hidden className={cn('size-3.5 shrink-0 transition-transform', open && 'rotate-90')} />
        {thinking ? t('reasoning.now') : t('reasoning.label')}
        <span className="ml-auto text-ink-3 tabular-nums">
          {[
            tokens === null ? null : t('reasoning.tokens', { count: tokens, text: format.count(tokens) }),
            span === null ? null : format.duration(span),
          ]
            .filter(Boolean)
            .join(', ')}
        </span>
      </button>
      <div id={id} hidden={!open} className="mt-2 border-l-2 border-line-strong pl-3 text-ink-2">
        {open && <Markdown text={record.reasoning} streaming={thinking} />}
      </div>
    </div>
  )
}

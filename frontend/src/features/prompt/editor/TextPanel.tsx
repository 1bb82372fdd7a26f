import type { Problems } from '@/features/prompt/editor/problems'
import { MAX_TEXT_BYTES, utf8Bytes } from '@/lib/bytes'
import { cn } from '@/lib/cn'
import { estimateTokens } from '@/lib/token-estimate'
import { TextEditor } from '@/ui/editor/TextEditor'
import { FieldError } from '@/ui/Field'
import { Segments } from '@/ui/Segments'
import { TemplateText } from '@/ui/TemplateText'
import { Term } from '@/ui/Term'
import { useFormat } from '@/ui/use-format'
import { useDeferredValue, useId } from 'react'
import { useTranslation } from 'react-i18next'

interface TextPanelProps {
  content: string
  problem: Problems['content']
  /** The values to show in the places; null while the text itself is shown. */
  preview: Readonly<Record<string, string>> | null
  onPreview: (preview: boolean) => void
  onChange: (content: string) => void
}

const PLACE = { place: '{{name}}' }
const HEIGHT = 'min-h-60 [--editor-min:240px] phone:[--editor-min:180px]'

/** The text of a prompt: as it is written, or with values in its places. */
export function TextPanel({ content, problem, preview, onPreview, onChange }: TextPanelProps) {
  const { t } = useTranslation('prompt')
  const id = useId()
  return (
    <section aria-label={t('text.title')} className="flex flex-col gap-1.5">
      <div className="flex items-center gap-2">
        <h2 className="text-section font-semibold">{t('text.title')}</h2>
        <span className="grow" />
        <Segments
          label={t('text.show')}
          value={preview ? 'preview' : 'write'}
          options={[
            ['write', t('text.write')],
            ['preview', t('text.preview')],
          ]}
          onChange={(shown) => onPreview(shown === 'preview')}
        />
      </div>
      {preview ? (
        <div
          role="region"
          tabIndex={0}
          aria-label={t('text.preview')}
          className={cn(
            'rounded-m border border-line bg-sunken px-3 py-2 font-mono wrap-anywhere whitespace-pre-wrap',
            HEIGHT,
          )}
        >
          {content === '' ? (
            <span className="text-ink-3">{t('text.nothing')}</span>
          ) : (
            <TemplateText text={content} values={preview} />
          )}
        </div>
      ) : (
        <TextEditor
          label={t('text.title')}
          value={content}
          placeholder={t('text.placeholder', PLACE)}
          invalid={problem !== undefined}
          describedBy={id}
          onChange={onChange}
          className={HEIGHT}
        />
      )}
      <div id={id} className="flex min-h-4 flex-wrap items-start gap-x-4">
        <Counters content={content} />
        {problem && <FieldError>{t(`problem.content.${problem}`)}</FieldError>}
      </div>
    </section>
  )
}

function Counters({ content }: { content: string }) {
  const { t } = useTranslation('prompt')
  const format = useFormat()
  const settled = useDeferredValue(content)
  const bytes = utf8Bytes(settled)
  const numbers = { bytes: format.count(bytes), most: format.count(MAX_TEXT_BYTES) }
  return (
    <span className="flex gap-4 text-small text-ink-3 tabular-nums">
      <Term definition={t('text.bytesDefinition')}>
        <span className={cn(bytes > MAX_TEXT_BYTES && 'font-medium text-bad')}>{t('text.bytes', numbers)}</span>
      </Term>
      <Term definition={t('text.tokensDefinition')}>{t('text.tokens', { count: estimateTokens(settled) })}</Term>
    </span>
  )
}

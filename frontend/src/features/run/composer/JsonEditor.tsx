import { jsonText, type JsonReading } from '@/features/run/composer/json-text'
import { JSON_EXAMPLES } from '@/features/run/composer/json-examples'
import { JSON_LIMITS, type JsonName } from '@/features/run/composer/parameter-text'
import { cn } from '@/lib/cn'
import { Button } from '@/ui/Button'
import { StatusMark } from '@/ui/StatusMark'
import { Textarea } from '@/ui/Textarea'
import { useFormat } from '@/ui/use-format'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

interface JsonEditorProps {
  name: JsonName
  label: string
  text: string
  reading: JsonReading
  /** What the server, or the check before it, says of what is there. */
  refusal: string | undefined
  onChange: (text: string) => void
}

/** A JSON object as text, checked as one types. */
export function JsonEditor({ name, label, text, reading, refusal, onChange }: JsonEditorProps) {
  const { t } = useTranslation('run')
  const id = useId()
  const wrong = 'problem' in reading
  const value = wrong ? null : reading.value
  return (
    <div className="flex flex-col gap-2">
      <div>
        <h3 className="font-semibold">{label}</h3>
        <p className="text-small text-ink-2">{t(`parameters.${name}Hint`)}</p>
      </div>
      <Textarea
        aria-label={label}
        aria-invalid={wrong || refusal !== undefined}
        aria-describedby={id}
        rows={11}
        value={text}
        spellCheck={false}
        placeholder={jsonText(JSON_EXAMPLES[name])}
        onChange={(event) => onChange(event.target.value)}
        className="font-mono text-small whitespace-pre [font-variant-ligatures:none] placeholder:text-ink-3"
      />
      <div id={id} role="status" className="flex min-h-9 items-start gap-1.5 text-small">
        <Verdict name={name} reading={reading} refusal={refusal} />
      </div>
      <div className="flex gap-2">
        <Button size="small" onClick={() => onChange(jsonText(JSON_EXAMPLES[name]))}>
          {t('json.example')}
        </Button>
        <Button size="small" disabled={value === null} onClick={() => onChange(jsonText(value))}>
          {t('json.tidy')}
        </Button>
        <span className="grow" />
        <Button size="small" look="quiet" disabled={text === ''} onClick={() => onChange('')}>
          {t('json.clear')}
        </Button>
      </div>
    </div>
  )
}

function Verdict({ name, reading, refusal }: Pick<JsonEditorProps, 'name' | 'reading' | 'refusal'>) {
  const { t } = useTranslation('run')
  const format = useFormat()
  const limits = JSON_LIMITS[name]
  const numbers = { most: format.count(limits.bytes), fields: limits.fields }
  if ('problem' in reading) {
    const { problem, line } = reading
    const words = problem === 'syntax' && line !== null ? t('json.syntaxAt', { line }) : t(`json.${problem}`, numbers)
    return <Words bad>{words}</Words>
  }
  if (refusal !== undefined) return <Words bad>{refusal}</Words>
  if (reading.value === null) return <span className="text-ink-3">{t('json.empty')}</span>
  return <Words>{t('json.valid', { ...numbers, bytes: format.count(reading.bytes) })}</Words>
}

function Words({ bad = false, children }: { bad?: boolean; children: string }) {
  return (
    <>
      <StatusMark kind={bad ? 'failed' : 'done'} className="mt-0.5" />
      <span className={cn('tabular-nums', bad ? 'text-bad' : 'text-ink-2')}>{children}</span>
    </>
  )
}

import type { CheckDraft } from '@/features/run/composer/check-draft'
import { CheckRow } from '@/features/run/composer/CheckRow'
import { Panel } from '@/features/run/composer/Panel'
import { TextArea } from '@/features/run/composer/TextArea'
import { MAX_TEXT_BYTES, utf8Bytes } from '@/lib/bytes'
import { cn } from '@/lib/cn'
import { useFormat } from '@/ui/use-format'
import { useTranslation } from 'react-i18next'

interface MessagePanelProps {
  message: string
  error: string | undefined
  onChange: (text: string) => void
  check: CheckDraft
  checkError: string | undefined
  onCheck: (check: CheckDraft) => void
}

export function MessagePanel({ message, error, onChange, check, checkError, onCheck }: MessagePanelProps) {
  const { t } = useTranslation('run')
  return (
    <Panel title={t('message.title')} head={<ByteCounter text={message} />}>
      <TextArea
        label={t('message.title')}
        placeholder={t('message.placeholder')}
        value={message}
        error={error}
        onChange={onChange}
      />
      <CheckRow check={check} error={checkError} onChange={onCheck} />
    </Panel>
  )
}

function ByteCounter({ text }: { text: string }) {
  const { t } = useTranslation('run')
  const format = useFormat()
  const bytes = utf8Bytes(text)
  return (
    <span
      className={cn('ml-auto text-label font-medium tabular-nums', bytes > MAX_TEXT_BYTES ? 'text-bad' : 'text-ink-3')}
    >
      {t('message.bytes', { size: format.kilobytes(bytes), most: MAX_TEXT_BYTES / 1024 })}
    </span>
  )
}

import type { Editor } from '@/features/prompt/editor/use-editor'
import { Button } from '@/ui/Button'
import { Input } from '@/ui/Input'
import { Kbd } from '@/ui/Kbd'
import { CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'

const SAVE_KEY = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘S' : 'Ctrl S'
const MAX_MESSAGE = 500

interface SaveBarProps {
  editor: Editor
  /** The number that the next version would have; null for a prompt that is new. */
  next: number | null
  message: string
  onMessage: (message: string) => void
  busy: boolean
  /** Why the last save failed, in words. */
  failure: string | null
  onSave: () => void
}

/** Why the version is made, and the button that makes it. It stays in sight. */
export function SaveBar({ editor, next, message, onMessage, busy, failure, onSave }: SaveBarProps) {
  const { t } = useTranslation('prompt')
  return (
    <div className="sticky bottom-(--bottombar) z-5 -mx-6 mt-4 border-t border-line bg-surface px-6 phone:-mx-(--gutter) phone:px-(--gutter)">
      {failure && (
        <p role="alert" className="flex items-start gap-1.5 pt-2 text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {failure}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2 py-2.5">
        <Input
          aria-label={t('save.message')}
          placeholder={t('save.messageHint')}
          maxLength={MAX_MESSAGE}
          value={message}
          onChange={(event) => onMessage(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && onSave()}
          className="min-w-40 flex-1 phone:basis-full"
        />
        <span className="text-small text-ink-3 phone:grow">
          {editor.behind ? t('save.behind') : t(editor.dirty ? 'save.unsaved' : 'save.clean')}
        </span>
        {editor.dirty && (
          <Button look="quiet" onClick={editor.discard}>
            {t('save.discard')}
          </Button>
        )}
        <Button look="primary" aria-keyshortcuts="Control+S Meta+S" disabled={busy} onClick={onSave}>
          {next === null ? t('save.create') : t('save.action', { number: next })}
          <Kbd>{SAVE_KEY}</Kbd>
        </Button>
      </div>
    </div>
  )
}

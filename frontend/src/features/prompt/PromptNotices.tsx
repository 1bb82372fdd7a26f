import type { Editor } from '@/features/prompt/editor/use-editor'
import type { PromptRecord } from '@/features/prompt/editor/use-save'
import { usePromptActions } from '@/features/prompt/use-prompt-actions'
import { cn } from '@/lib/cn'
import { Button } from '@/ui/Button'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface PromptNoticesProps {
  prompt: PromptRecord
  editor: Editor
}

/** What one has to know before one goes on typing. */
export function PromptNotices({ prompt, editor }: PromptNoticesProps) {
  const { t } = useTranslation('prompt')
  const { restore } = usePromptActions()
  return (
    <div role="status" className="flex flex-col gap-2 not-empty:mb-4">
      {prompt.removedAt !== null && (
        <Notice warn action={t('remove.restore')} onAction={() => void restore(prompt)}>
          {t('remove.removed')}
        </Notice>
      )}
      {editor.restored && (
        <Notice action={t('save.discard')} onAction={editor.discard}>
          {t('save.restored', { number: editor.base.number })}
        </Notice>
      )}
      {editor.behind && <Notice warn>{t('save.behindText', { number: prompt.currentVersion.number })}</Notice>}
    </div>
  )
}

interface NoticeProps {
  warn?: boolean
  children: ReactNode
  action?: string
  onAction?: () => void
}

function Notice({ warn = false, children, action, onAction }: NoticeProps) {
  return (
    <div
      className={cn(
        'flex min-h-9 items-center gap-2 rounded-m py-1 pr-1.5 pl-3',
        warn ? 'bg-warn-soft text-warn' : 'bg-accent-soft text-ink',
      )}
    >
      <span className="grow prose-wrap">{children}</span>
      {action && (
        <Button size="small" onClick={onAction}>
          {action}
        </Button>
      )}
    </div>
  )
}

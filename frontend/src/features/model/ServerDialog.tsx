import type { ServerHead_ServerFragment, UpdateModelServerInput } from '@/__generated__/graphql'
import { maintenanceProblem, limitProblem, readLimit } from '@/features/model/server-input'
import { ServerForm } from '@/features/model/ServerForm'
import { useUpdateServer } from '@/features/model/use-update-server'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { Dialog } from '@/ui/Dialog'
import { useTranslation } from 'react-i18next'

export type ServerTask = 'key' | 'removeKey' | 'limit' | 'maintenance'

interface ServerDialogProps {
  /** Null while it is closed. */
  task: ServerTask | null
  server: ServerHead_ServerFragment
  host: string
  onClose: () => void
}

/** The one question that a change of a server asks. */
export function ServerDialog({ task, server, host, onClose }: ServerDialogProps) {
  const { t } = useTranslation('model')
  const { save, update, loading } = useUpdateServer()
  if (task === null) return null
  const onOpenChange = (open: boolean) => {
    if (!open) onClose()
  }
  if (task === 'removeKey')
    return (
      <ConfirmDialog
        open
        onOpenChange={onOpenChange}
        title={t('dialog.removeKey.title', { host })}
        description={t('dialog.removeKey.text')}
        action={t('server.removeKey')}
        busy={loading}
        onConfirm={() => {
          update({ apiKey: null }, server.id)
          onClose()
        }}
      />
    )
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={t(`dialog.${task}.title`, { host })}
      description={t(`dialog.${task}.text`)}
    >
      <ServerForm
        {...FORMS[task]}
        label={t(`dialog.${task}.label`)}
        submitLabel={t(`dialog.${task}.submit`)}
        before={before(task, server)}
        busy={loading}
        onCancel={onClose}
        onSubmit={async (text) => {
          const refusal = await save(change(task, text), server.id)
          if (refusal === null) onClose()
          return refusal
        }}
      />
    </Dialog>
  )
}

type FormTask = Exclude<ServerTask, 'removeKey'>

const FORMS = {
  key: { kind: 'secret', check: (text: string) => (text.trim() === '' ? 'missing' : null) },
  limit: { kind: 'number', check: limitProblem },
  maintenance: { kind: 'words', check: maintenanceProblem },
} as const

function before(task: FormTask, server: ServerHead_ServerFragment): string {
  if (task === 'limit') return server.maxConcurrency?.toString() ?? ''
  return task === 'maintenance' ? (server.maintenance?.message ?? '') : ''
}

function change(task: FormTask, text: string): Omit<UpdateModelServerInput, 'id'> {
  if (task === 'key') return { apiKey: text.trim() }
  return task === 'limit' ? { maxConcurrency: readLimit(text) } : { maintenance: text.trim() }
}

import { isFinal, type BatchHead } from '@/features/run/batch/live/batch-state'
import { useRemoveBatch } from '@/features/run/batch/live/use-remove-batch'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface Removal {
  remove: (batch: Pick<BatchHead, 'id' | 'status'>, name: string) => void
  /** To be shown wherever that is offered. */
  dialog: ReactNode
}

/** Removes batches: one that has ended at once, since that can be undone; one that goes on once somebody means it. */
export function useRemoval(onGone?: () => void): Removal {
  const { t } = useTranslation('batch')
  const { remove } = useRemoveBatch()
  const [asked, setAsked] = useState<{ id: string; name: string } | null>(null)
  const [busy, setBusy] = useState(false)

  const go = async (id: string, name: string) => {
    setBusy(true)
    const isGone = await remove(id, name)
    setBusy(false)
    setAsked(null)
    if (isGone) onGone?.()
  }
  return {
    remove: ({ id, status }, name) => (isFinal(status) ? void go(id, name) : setAsked({ id, name })),
    dialog: (
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={() => setAsked(null)}
        title={t('remove.runningTitle')}
        description={t('remove.runningText')}
        action={t('remove.runningAction')}
        busy={busy}
        onConfirm={() => asked && void go(asked.id, asked.name)}
      />
    ),
  }
}

import { usePersonLock } from '@/features/identity/people/use-person-lock'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface PersonLockProps {
  person: { id: string; name: string; deactivatedAt: string | null }
}

/** Locks a person out, after a question, or lets one in again. One button, so that the focus stays on it. */
export function PersonLock({ person }: PersonLockProps) {
  const { t } = useTranslation('identity')
  const [asking, setAsking] = useState(false)
  const { lockOut, letIn, busy } = usePersonLock(person)
  const { name } = person
  const locked = person.deactivatedAt !== null
  const lock = () => {
    setAsking(false)
    void lockOut()
  }
  return (
    <>
      <Button
        look="quiet"
        size="small"
        aria-disabled={busy}
        aria-label={t(locked ? 'people.reactivateOf' : 'people.deactivateOf', { name })}
        onClick={() => {
          if (busy) return
          if (locked) void letIn()
          else setAsking(true)
        }}
      >
        {t(locked ? 'people.reactivate' : 'people.deactivate')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('people.confirm.title', { name })}
        description={t('people.confirm.text')}
        action={t('people.deactivate')}
        onConfirm={lock}
      />
    </>
  )
}

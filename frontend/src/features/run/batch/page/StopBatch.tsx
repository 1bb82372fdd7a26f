import { CancelBatchDocument } from '@/__generated__/graphql'
import { failureOf } from '@/lib/graphql-error'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { useFormat } from '@/ui/use-format'
import { useMutation } from '@apollo/client/react'
import { Square } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'

/** Stops the batch, once somebody means it. The events tell the rest. */
export function StopBatch({ batchId, left }: { batchId: string; left: number }) {
  const { t } = useTranslation('batch')
  const format = useFormat()
  const [asking, setAsking] = useState(false)
  const [cancel, { loading }] = useMutation(CancelBatchDocument, {
    variables: { batchId },
    onCompleted: () => setAsking(false),
    onError: (error) => {
      setAsking(false)
      toast.error(t('page.stopFailed'), { description: failureOf(error).message || t('unreachable') })
    },
  })
  return (
    <>
      <Button look="danger" onClick={() => setAsking(true)}>
        <Square aria-hidden className="size-3 fill-current" />
        {t('page.stop')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('page.stopTitle')}
        description={t('page.stopText', { count: left, text: format.count(left) })}
        action={t('page.stopAction')}
        busy={loading}
        onConfirm={() => void cancel()}
      />
    </>
  )
}

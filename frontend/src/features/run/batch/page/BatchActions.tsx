import { isFinal, type BatchHead } from '@/features/run/batch/live/batch-state'
import { useRemoval } from '@/features/run/batch/live/use-removal'
import { StopBatch } from '@/features/run/batch/page/StopBatch'
import { batchFile } from '@/features/run/export/addresses'
import { ExportMenu } from '@/features/run/export/ExportMenu'
import { usePhone } from '@/ui/use-media'
import { IconButton } from '@/ui/IconButton'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/ui/Menu'
import { Ellipsis, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

interface BatchActionsProps {
  head: BatchHead
  title: string
  /** How many answers have not ended. */
  left: number
}

/** What can be done with the batch that is shown. */
export function BatchActions({ head, title, left }: BatchActionsProps) {
  const { t } = useTranslation('batch')
  const navigate = useNavigate()
  const phone = usePhone()
  const { remove, dialog } = useRemoval(() => void navigate('/batches'))
  return (
    <>
      {!isFinal(head.status) && <StopBatch batchId={head.id} left={left} />}
      <ExportMenu address={(ending) => batchFile(head.id, ending)} iconOnly={phone} />
      {head.removedAt === null && (
        <Menu>
          <MenuTrigger asChild>
            <IconButton label={t('page.menu')} className="-mr-2">
              <Ellipsis aria-hidden className="size-4" />
            </IconButton>
          </MenuTrigger>
          <MenuContent className="min-w-48">
            <MenuItem className="text-bad" onSelect={() => remove(head, title)}>
              <Trash2 aria-hidden className="size-3.5" />
              {t('remove.action')}
            </MenuItem>
          </MenuContent>
        </Menu>
      )}
      {dialog}
    </>
  )
}

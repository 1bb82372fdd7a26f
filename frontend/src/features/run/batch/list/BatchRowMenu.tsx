import { Button } from '@/ui/Button'
import { batchFile } from '@/features/run/export/addresses'
import { ExportItems } from '@/features/run/export/ExportItems'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/ui/Menu'
import { Ellipsis } from 'lucide-react'
import { useTranslation } from 'react-i18next'

interface BatchRowMenuProps {
  batchId: string
  name: string
  onRemove: () => void
  className?: string | undefined
}

/** What can be done with a batch of the list, without the keyboard too. */
export function BatchRowMenu({ batchId, name, onRemove, className }: BatchRowMenuProps) {
  const { t } = useTranslation('batch')
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button look="quiet" size="small-icon" aria-label={t('list.menu', { name })} className={className}>
          <Ellipsis aria-hidden className="size-4" />
        </Button>
      </MenuTrigger>
      <MenuContent>
        <ExportItems address={(ending) => batchFile(batchId, ending)} />
        <MenuSeparator />
        <MenuItem className="text-bad" onSelect={onRemove}>
          {t('remove.action')}
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}

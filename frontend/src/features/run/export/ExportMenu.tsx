import type { Ending } from '@/features/run/export/addresses'
import { ExportItems } from '@/features/run/export/ExportItems'
import { Button } from '@/ui/Button'
import { IconButton } from '@/ui/IconButton'
import { Menu, MenuContent, MenuTrigger } from '@/ui/Menu'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'

interface ExportMenuProps {
  /** Where it is had in each format. */
  address: (ending: Ending) => string
  iconOnly?: boolean
}

/** What is shown, as a file. */
export function ExportMenu({ address, iconOnly }: ExportMenuProps) {
  const { t } = useTranslation('files')
  return (
    <Menu>
      <MenuTrigger asChild>
        {iconOnly ? (
          <IconButton label={t('export.action')} look="plain">
            <Download aria-hidden className="size-4" />
          </IconButton>
        ) : (
          <Button>
            <Download aria-hidden className="size-3.5" />
            {t('export.action')}
          </Button>
        )}
      </MenuTrigger>
      <MenuContent>
        <ExportItems address={address} />
      </MenuContent>
    </Menu>
  )
}

import { runFile } from '@/features/run/export/addresses'
import { ExportItems } from '@/features/run/export/ExportItems'
import { Button } from '@/ui/Button'
import { IconButton } from '@/ui/IconButton'
import { Menu, MenuContent, MenuTrigger } from '@/ui/Menu'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'

interface ExportRunProps {
  runId: string
  iconOnly?: boolean
}

/** The run as a file. */
export function ExportRun({ runId, iconOnly }: ExportRunProps) {
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
        <ExportItems address={(ending) => runFile(runId, ending)} />
      </MenuContent>
    </Menu>
  )
}

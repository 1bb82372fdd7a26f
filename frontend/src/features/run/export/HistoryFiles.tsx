import type { RunFilter } from '@/__generated__/graphql'
import { runsFile } from '@/features/run/export/addresses'
import { ExportItems } from '@/features/run/export/ExportItems'
import { ImportDialog } from '@/features/run/export/ImportDialog'
import { Button } from '@/ui/Button'
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from '@/ui/Menu'
import { FileDown, Upload } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** From so many runs on a file takes a while, and may be too large to be imported again. */
const LARGE = 1_000

interface HistoryFilesProps {
  /** Which runs are shown; null for all. */
  filter: RunFilter | null
  /** How many these are; null while that is not known. */
  count: number | null
  /** The same in figures. */
  number: string
}

/** The runs that are shown as a file, and runs from a file. */
export function HistoryFiles({ filter, count, number }: HistoryFilesProps) {
  const { t } = useTranslation('files')
  const [importing, setImporting] = useState(false)
  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <Button>
            <FileDown aria-hidden className="size-3.5" />
            <span className="phone:sr-only">{t('menu')}</span>
          </Button>
        </MenuTrigger>
        <MenuContent className="max-w-80">
          {count !== 0 && (
            <>
              <MenuLabel>
                {count === null ? t('export.shown') : t(filter ? 'export.filtered' : 'export.all', { count, number })}
                {count !== null && count >= LARGE && (
                  <span className="mt-0.5 block font-normal text-warn">{t('export.large')}</span>
                )}
              </MenuLabel>
              <ExportItems address={(ending) => runsFile(filter, ending)} />
              <MenuSeparator />
            </>
          )}
          <MenuItem onSelect={() => setImporting(true)}>
            <Upload aria-hidden className="size-3.5" />
            {t('import.action')}
          </MenuItem>
        </MenuContent>
      </Menu>
      <ImportDialog open={importing} onOpenChange={setImporting} />
    </>
  )
}

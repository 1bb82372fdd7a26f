import { FORMATS, type Ending } from '@/features/run/export/addresses'
import { MenuItem } from '@/ui/Menu'
import { useTranslation } from 'react-i18next'

/** A menu's entries for each format; the browser saves what they lead to. */
export function ExportItems({ address }: { address: (ending: Ending) => string }) {
  const { t } = useTranslation('files')
  return FORMATS.map(({ ending, name }) => (
    <MenuItem key={ending} asChild className="phone:h-11">
      <a href={address(ending)} download className="flex h-auto! items-baseline gap-3 py-1.5">
        <span className="w-20 font-medium">{name}</span>
        <span className="text-small text-ink-3">{t(`export.${ending}`)}</span>
      </a>
    </MenuItem>
  ))
}

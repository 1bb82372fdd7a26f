import type { RowActions } from '@/features/run/history/row-actions'
import { Button } from '@/ui/Button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/ui/Menu'
import { Ellipsis } from 'lucide-react'
import { useTranslation } from 'react-i18next'

interface RunRowMenuProps {
  run: { id: string; number: number; canChange: boolean }
  actions: RowActions
  className?: string | undefined
}

/** What can be done with a run of the list, without the keyboard too. */
export function RunRowMenu({ run: { id, number, canChange }, actions, className }: RunRowMenuProps) {
  const { t } = useTranslation('history')
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button look="quiet" size="small-icon" aria-label={t('menu', { number })} className={className}>
          <Ellipsis aria-hidden className="size-4" />
        </Button>
      </MenuTrigger>
      <MenuContent>
        <MenuItem onSelect={() => actions.onRerun(id)}>{t('rerun.exactly', { number })}</MenuItem>
        <MenuItem onSelect={() => actions.onChoose(id)}>
          {actions.isChosen(id) ? t('selection.leave') : t('selection.take')}
        </MenuItem>
        {canChange && (
          <>
            <MenuSeparator />
            <MenuItem className="text-bad" onSelect={() => actions.onRemove([id])}>
              {t('remove.action')}
            </MenuItem>
          </>
        )}
      </MenuContent>
    </Menu>
  )
}

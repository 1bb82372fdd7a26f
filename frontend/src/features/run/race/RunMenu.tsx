import type { RunRecord } from '@/features/run/live/run-state'
import type { RecordOfRun } from '@/features/run/live/use-record'
import { useRemoveRuns } from '@/features/run/live/use-remove-runs'
import { IconButton } from '@/ui/IconButton'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/ui/Menu'
import { Ellipsis, Link2, SquarePen, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

/** What else can be done with the run that is shown. */
export function RunMenu({ run, record }: { run: RunRecord; record: RecordOfRun }) {
  const { t } = useTranslation('run')
  const navigate = useNavigate()
  const { remove } = useRemoveRuns()
  const removeAndLeave = async () => {
    if (await remove([run])) void navigate('/history')
  }
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton label={t('race.menu', { number: run.number })}>
          <Ellipsis aria-hidden className="size-4" />
        </IconButton>
      </MenuTrigger>
      <MenuContent className="min-w-48">
        <MenuItem onSelect={() => void navigate('/test')}>
          <SquarePen aria-hidden className="size-3.5 text-ink-3" />
          {t('race.openInNew')}
        </MenuItem>
        <MenuItem onSelect={() => void record.copyLink()}>
          <Link2 aria-hidden className="size-3.5 text-ink-3" />
          {t('race.copyLink')}
        </MenuItem>
        {run.canChange && record.record?.removedAt === null && (
          <>
            <MenuSeparator />
            <MenuItem className="text-bad" onSelect={() => void removeAndLeave()}>
              <Trash2 aria-hidden className="size-3.5" />
              {t('race.remove')}
            </MenuItem>
          </>
        )}
      </MenuContent>
    </Menu>
  )
}

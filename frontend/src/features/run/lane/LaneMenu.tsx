import type { DraftLane } from '@/features/run/composer/draft'
import { ownCount, type DraftAction } from '@/features/run/composer/draft-reducer'
import { laneLetter } from '@/lib/lane'
import { IconButton } from '@/ui/IconButton'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/ui/Menu'
import { Copy, Ellipsis, Rows3, TextQuote, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'

interface LaneMenuProps {
  lane: DraftLane
  name: string
  edit: (action: DraftAction) => void
  /** Opens the composer at the lane's own system prompt. */
  onPrompt: (slot: number) => void
}

/** What makes lanes differ, and what makes them the same again. */
export function LaneMenu({ lane, name, edit, onPrompt }: LaneMenuProps) {
  const { t } = useTranslation('run')
  const { slot } = lane
  const own = ownCount(lane) > 0
  const letter = laneLetter(slot)
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton small label={t('lane.menu', { letter, name })}>
          <Ellipsis aria-hidden className="size-4" />
        </IconButton>
      </MenuTrigger>
      <MenuContent className="min-w-56">
        <MenuItem onSelect={() => edit({ type: 'duplicateLane', slot })}>
          <Copy aria-hidden className="size-3.5 text-ink-3" />
          {t('lane.duplicate', { letter })}
        </MenuItem>
        <MenuItem onSelect={() => onPrompt(slot)}>
          <TextQuote aria-hidden className="size-3.5 text-ink-3" />
          {t('lane.prompt')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem disabled={!own} onSelect={() => edit({ type: 'giveToAll', slot })}>
          <Rows3 aria-hidden className="size-3.5 text-ink-3" />
          {t('lane.giveToAll', { letter })}
        </MenuItem>
        <MenuItem disabled={!own} onSelect={() => edit({ type: 'followAll', slot })}>
          <Undo2 aria-hidden className="size-3.5 text-ink-3" />
          {t('lane.followAll')}
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}

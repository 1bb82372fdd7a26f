import type { ListedPrompt } from '@/features/prompt/list/use-prompt-list'
import { testLink } from '@/features/prompt/versions/links'
import { usePromptActions } from '@/features/prompt/use-prompt-actions'
import { Button } from '@/ui/Button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/ui/Menu'
import { Ellipsis } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** What can be done with a prompt of the list. After a removal the focus goes on to the next one. */
export function PromptMenu({ prompt }: { prompt: ListedPrompt }) {
  const { t } = useTranslation('prompt')
  const { duplicate, exportAll, remove } = usePromptActions()
  const trigger = useRef<HTMLButtonElement>(null)
  const next = useRef<HTMLElement | null>(null)
  const removeAndGoOn = () => {
    next.current = neighbourOf(trigger.current)
    remove(prompt)
  }
  const goOn = (event: Event) => {
    if (!next.current) return
    event.preventDefault()
    next.current.focus()
    next.current = null
  }
  const { id, name, currentVersion } = prompt
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button
          ref={trigger}
          data-prompt-menu
          look="quiet"
          size="small-icon"
          aria-label={t('menu', { name })}
          className="relative z-1"
        >
          <Ellipsis aria-hidden className="size-4" />
        </Button>
      </MenuTrigger>
      <MenuContent onCloseAutoFocus={goOn}>
        <MenuItem asChild>
          <Link to={testLink(id, currentVersion.number)}>{t('test.open')}</Link>
        </MenuItem>
        <MenuItem onSelect={() => void duplicate(prompt)}>{t('duplicate.action')}</MenuItem>
        <MenuItem onSelect={() => void exportAll([prompt])}>{t('export.action')}</MenuItem>
        <MenuSeparator />
        <MenuItem className="text-bad" onSelect={removeAndGoOn}>
          {t('remove.action')}
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}

/** The menu button of the prompt after this one, or before the last one; else the page's content. */
function neighbourOf(button: HTMLElement | null): HTMLElement | null {
  const buttons = [...document.querySelectorAll<HTMLElement>('[data-prompt-menu]')]
  const place = buttons.findIndex((one) => one === button)
  return buttons[place + 1] ?? buttons[place - 1] ?? document.getElementById('main')
}

import type { ModelRow_ModelFragment } from '@/__generated__/graphql'
import { useCheckHealth } from '@/features/model/use-check-health'
import { useRemoveWithUndo } from '@/features/model/use-remove-with-undo'
import { useSwitchModel } from '@/features/model/use-switch-model'
import { Button } from '@/ui/Button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/ui/Menu'
import { Ellipsis } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

interface ModelMenuProps {
  model: Pick<ModelRow_ModelFragment, 'id' | 'name' | 'isActive' | 'canChange'>
  onEdit: () => void
}

/** What can be done with a model. After a removal the focus goes on to the next model. */
export function ModelMenu({ model, onEdit }: ModelMenuProps) {
  const { t } = useTranslation('model')
  const remove = useRemoveWithUndo()
  const check = useCheckHealth()
  const turn = useSwitchModel()
  const { isActive, canChange } = model
  const trigger = useRef<HTMLButtonElement>(null)
  const next = useRef<HTMLElement | null>(null)

  const removeAndGoOn = () => {
    next.current = neighbourOf(trigger.current)
    remove(model)
  }
  const goOn = (event: Event) => {
    if (!next.current) return
    event.preventDefault()
    next.current.focus()
    next.current = null
  }

  return (
    <Menu>
      <MenuTrigger asChild>
        <Button
          ref={trigger}
          data-model-menu
          look="quiet"
          size="small-icon"
          aria-label={t('menu', { name: model.name })}
          className="relative z-1"
        >
          <Ellipsis aria-hidden className="size-4" />
        </Button>
      </MenuTrigger>
      <MenuContent onCloseAutoFocus={goOn}>
        <MenuItem disabled={!canChange} onSelect={onEdit}>
          {t('edit')}
        </MenuItem>
        <MenuItem disabled={!canChange} onSelect={() => turn(model, !isActive)}>
          {isActive ? t('active.turnOff') : t('active.turnOn')}
        </MenuItem>
        <MenuItem onSelect={() => check(model)}>{t('health.check')}</MenuItem>
        <MenuSeparator />
        <MenuItem disabled={!canChange} className="not-data-disabled:text-bad" onSelect={removeAndGoOn}>
          {t('remove.action')}
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}

/** The menu button of the model after this one, or before the last one; else the page's content. */
function neighbourOf(button: HTMLElement | null): HTMLElement | null {
  const buttons = [...document.querySelectorAll<HTMLElement>('[data-model-menu]')]
  const place = buttons.findIndex((one) => one === button)
  return buttons[place + 1] ?? buttons[place - 1] ?? document.getElementById('main')
}

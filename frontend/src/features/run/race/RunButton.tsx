import { Button } from '@/ui/Button'
import { Kbd } from '@/ui/Kbd'
import { useHotkey } from '@/ui/use-hotkey'
import { Play, Square } from 'lucide-react'
import { useTranslation } from 'react-i18next'

const ON_A_MAC = typeof navigator !== 'undefined' && /mac/i.test(navigator.userAgent)
const KEY_RUN = ON_A_MAC ? '⌘↵' : 'Ctrl ↵'
const KEY_STOP = 'Esc'

/** Starts the run; Ctrl or ⌘ with Enter does too, also while typing. */
export function RunButton({ disabled, onRun }: { disabled: boolean; onRun: () => void }) {
  const { t } = useTranslation('run')
  useHotkey('Enter', onRun, { mod: true, enabled: !disabled })
  return (
    <Button look="primary" disabled={disabled} onClick={onRun}>
      <Play aria-hidden className="size-3.5 fill-current" />
      {t('race.run')}
      <Kbd>{KEY_RUN}</Kbd>
    </Button>
  )
}

/** Stops every answer; Esc does too. */
export function StopButton({ onStop }: { onStop: () => void }) {
  const { t } = useTranslation('run')
  useHotkey('Escape', onStop, { whileTyping: true })
  return (
    <Button look="danger" onClick={onStop}>
      <Square aria-hidden className="size-3 fill-current" />
      {t('race.stopAll')}
      <Kbd>{KEY_STOP}</Kbd>
    </Button>
  )
}

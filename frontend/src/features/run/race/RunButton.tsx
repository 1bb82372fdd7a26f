import { Button } from '@/ui/Button'
import { Kbd } from '@/ui/Kbd'
import { useFocusHeir } from '@/ui/use-focus-heir'
import { useHotkey } from '@/ui/use-hotkey'
import { Play, Square } from 'lucide-react'
import { useTranslation } from 'react-i18next'

const ON_A_MAC = typeof navigator !== 'undefined' && /mac/i.test(navigator.userAgent)
const KEY_RUN = ON_A_MAC ? '⌘↵' : 'Ctrl ↵'
const KEY_STOP = 'Esc'
const RUN_ID = 'run'

const runButton = () => document.getElementById(RUN_ID)

/** Starts the run; Ctrl or ⌘ with Enter does too, also while typing. It keeps the focus while it can do nothing. */
export function RunButton({ disabled, onRun }: { disabled: boolean; onRun: () => void }) {
  const { t } = useTranslation('run')
  useHotkey('Enter', onRun, { mod: true, enabled: !disabled })
  return (
    <Button id={RUN_ID} look="primary" aria-disabled={disabled} onClick={disabled ? undefined : onRun}>
      <Play aria-hidden className="size-3.5 fill-current" />
      {t('race.run')}
      <Kbd>{KEY_RUN}</Kbd>
    </Button>
  )
}

/** Stops every answer; Esc does too. */
export function StopButton({ onStop }: { onStop: () => void }) {
  const { t } = useTranslation('run')
  const button = useFocusHeir<HTMLButtonElement>(runButton)
  useHotkey('Escape', onStop, { whileTyping: true })
  return (
    <Button ref={button} look="danger" onClick={onStop} className="wide:min-w-29">
      <Square aria-hidden className="size-3 fill-current" />
      {t('race.stopAll')}
      <Kbd>{KEY_STOP}</Kbd>
    </Button>
  )
}

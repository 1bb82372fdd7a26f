import { IconButton } from '@/ui/IconButton'
import { Crown } from 'lucide-react'
import { useTranslation } from 'react-i18next'

interface WinnerButtonProps {
  isWinner: boolean
  /** Absent where the reader may not choose. */
  onChoose?: (() => void) | undefined
}

/** Marks an answer as the best of its run, or only tells that it is. */
export function WinnerButton({ isWinner, onChoose }: WinnerButtonProps) {
  const { t } = useTranslation('run')
  const crown = <Crown aria-hidden className={isWinner ? 'size-3.5 fill-current' : 'size-3.5'} />
  if (!onChoose) {
    return isWinner ? (
      <span className="flex items-center px-1 text-warn">
        {crown}
        <span className="sr-only">{t('winner.is')}</span>
      </span>
    ) : null
  }
  return (
    <IconButton
      small
      label={isWinner ? t('winner.unmark') : t('winner.mark')}
      aria-pressed={isWinner}
      onClick={onChoose}
      className={isWinner ? 'text-warn' : undefined}
    >
      {crown}
    </IconButton>
  )
}

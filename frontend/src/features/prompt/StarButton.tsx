import { useStar } from '@/features/prompt/use-star'
import { cn } from '@/lib/cn'
import { Kbd } from '@/ui/Kbd'
import { Tooltip } from '@/ui/Tooltip'
import { Star } from 'lucide-react'
import { useTranslation } from 'react-i18next'

export const STAR_KEY = 'S'

interface StarButtonProps {
  prompt: { id: string; name: string; isStarred: boolean }
  className?: string
}

/** Marks a prompt, and shows whether it is marked. */
export function StarButton({ prompt, className }: StarButtonProps) {
  const { t } = useTranslation('prompt')
  const star = useStar()
  const { name, isStarred } = prompt
  return (
    <Tooltip text={t(isStarred ? 'star.off' : 'star.on')} hint={<Kbd framed>{STAR_KEY}</Kbd>}>
      <button
        type="button"
        aria-pressed={isStarred}
        aria-label={t('star.label', { name })}
        onClick={() => star(prompt)}
        className={cn('grid size-6 shrink-0 place-items-center rounded-s hover:bg-hover phone:size-9', className)}
      >
        <Star aria-hidden className={cn('size-4', isStarred ? 'fill-current text-warn' : 'text-ink-3')} />
      </button>
    </Tooltip>
  )
}

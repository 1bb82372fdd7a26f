import type { Leader } from '@/features/run/race/leader'
import { Tooltip } from '@/ui/Tooltip'
import { ChevronsRight } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'

/** The mark of the lane that is ahead; pointing at it tells by what. */
export const Ahead = memo(({ by }: { by: Leader['by'] }) => {
  const { t } = useTranslation('run')
  return (
    <Tooltip text={t(`ahead.${by}Hint`)} side="top">
      <span>
        <ChevronsRight aria-hidden className="size-3.5 text-lane" strokeWidth={2.5} />
        <span className="sr-only">{t(`ahead.${by}`)}</span>
      </span>
    </Tooltip>
  )
})
Ahead.displayName = 'Ahead'

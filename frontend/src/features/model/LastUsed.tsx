import { NONE } from '@/lib/format'
import { Tooltip } from '@/ui/Tooltip'
import { useAgo } from '@/ui/use-ago'
import { useFormat } from '@/ui/use-format'
import { useTranslation } from 'react-i18next'

/** When a run asked the model last: how long ago, and on hover when exactly. */
export function LastUsed({ at }: { at: string | null }) {
  const { t } = useTranslation('model')
  const format = useFormat()
  const ago = useAgo()
  if (at === null) return <span className="text-ink-3">{NONE}</span>
  return (
    <Tooltip text={t('lastUsed', { time: format.moment(at) })}>
      <time dateTime={at} className="relative z-1">
        {ago(at)}
      </time>
    </Tooltip>
  )
}

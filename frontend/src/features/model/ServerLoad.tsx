import type { ServerHead_ServerFragment } from '@/__generated__/graphql'
import { useFormat } from '@/ui/use-format'
import { Tooltip } from '@/ui/Tooltip'
import { useTranslation } from 'react-i18next'

/** What Assay asks of the server now, and how much it may. */
export function ServerLoad({ load }: Pick<ServerHead_ServerFragment, 'load'>) {
  const { t } = useTranslation('model')
  const format = useFormat()
  const { running, waiting, limit, pausedUntil } = load
  return (
    <div>
      <Tooltip text={t('load.definition')}>
        <p className="w-fit whitespace-nowrap">
          {t('load.now', { running: format.count(running), waiting: format.count(waiting) })}
        </p>
      </Tooltip>
      {pausedUntil === null ? (
        <p className="whitespace-nowrap text-ink-3">
          {limit === null ? t('load.noLimit') : t('load.limit', { limit: format.count(limit) })}
        </p>
      ) : (
        <Tooltip text={t('load.pausedHint')}>
          <p className="w-fit whitespace-nowrap text-warn">{t('load.paused', { time: format.time(pausedUntil) })}</p>
        </Tooltip>
      )}
    </div>
  )
}

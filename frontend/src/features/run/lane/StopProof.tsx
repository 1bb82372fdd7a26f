import type { ResultRecord } from '@/features/run/live/run-state'
import { Tooltip } from '@/ui/Tooltip'
import { useFormat } from '@/ui/use-format'
import { useTranslation } from 'react-i18next'

/** That a stopped answer is really over: how soon its connection closed, and what was not paid for. */
export function StopProof({ stop }: { stop: NonNullable<ResultRecord['stop']> }) {
  const { t } = useTranslation('run')
  const format = useFormat()
  const { closedMs, tokensNotPaid } = stop
  const closed = closedMs === null ? t('stop.neverAsked') : t('stop.closed', { time: format.gap(closedMs) })
  const notPaid =
    tokensNotPaid === null ? null : t('stop.notPaid', { count: tokensNotPaid, tokens: format.count(tokensNotPaid) })
  return (
    <Tooltip text={closedMs === null ? t('stop.neverAskedHint') : t('stop.hint')} side="top">
      <button type="button" className="block max-w-full cursor-help rounded-s text-left leading-4">
        <span className="block truncate">{closed}</span> <span className="block truncate">{notPaid}</span>
      </button>
    </Tooltip>
  )
}

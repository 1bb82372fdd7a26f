import type { ComparedLane } from '@/features/run/comparison/compared-lanes'
import type { RunStatistics } from '@/features/run/comparison/use-statistics'
import { cn } from '@/lib/cn'
import { Tooltip } from '@/ui/Tooltip'
import { useFormat } from '@/ui/use-format'
import { useTranslation } from 'react-i18next'

interface PassLineProps {
  lane: ComparedLane
  statistics: RunStatistics | null
  inARow: number
}

/** How many of a lane's answers pass, and how often so many in a row would. */
export function PassLine({ lane, statistics, inARow }: PassLineProps) {
  const { t } = useTranslation('run')
  const format = useFormat()
  const passed = lane.results.filter(({ record }) => record.hasPassed === true).length
  const tried = lane.results.filter(({ record }) => record.status === 'COMPLETED' || record.status === 'FAILED').length
  const power = statistics?.statistics.find((one) => one.lane.position === lane.record.position)?.passPower ?? null
  return (
    <span className={cn('block text-small tabular-nums', passed < tried ? 'text-warn' : 'text-ok')}>
      {t('pass.count', { passed, count: tried })}
      {power !== null && (
        <Tooltip text={t('pass.powerHint')} side="top">
          <span className="ml-2 text-ink-2">{t('pass.power', { inARow, power: format.decimal(power, 2) })}</span>
        </Tooltip>
      )}
    </span>
  )
}

import type { ErrorCode } from '@/__generated__/graphql'
import { standingKey, type Stage } from '@/features/run/lane/lane-view'
import { StopProof } from '@/features/run/lane/StopProof'
import type { ResultRecord } from '@/features/run/live/run-state'
import { useTranslation } from 'react-i18next'

export interface LaneStandingProps {
  stage: Stage
  /** What it failed by. */
  code: ErrorCode | null
  /** How often the model server was asked. */
  attempts: number
  /** How it was stopped; null unless it was. */
  stop: ResultRecord['stop']
  /** Whether it passes the run's check; null where nothing was checked. */
  hasPassed: boolean | null
  /** Which place it has in its server's queue; null unless it waits there. */
  queuePosition: number | null
  host: string
}

/** Where an answer stands, in words: the most telling that there are. */
export function LaneStanding({ stage, code, attempts, stop, hasPassed, queuePosition, host }: LaneStandingProps) {
  const { t } = useTranslation('run')
  if (code !== null) return code
  if (stop !== null) return <StopProof stop={stop} />
  if (stage === 'queued' && queuePosition !== null) return t('queue', { count: queuePosition, host, ordinal: true })
  if (stage === 'waiting' && attempts > 1) return t('state.retried', { count: attempts })
  return t(`state.${standingKey(stage, hasPassed)}`)
}

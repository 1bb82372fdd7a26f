import { tally } from '@/features/run/lane/lane-view'
import type { FeedView, RunFeed } from '@/features/run/live/run-feed'
import { useFeed } from '@/features/run/live/use-run-feed'
import { raceElapsed, raceTotals } from '@/features/run/race/race-totals'
import { connection } from '@/lib/connection'
import { useFormat } from '@/ui/use-format'
import { StatusMark } from '@/ui/StatusMark'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'

const ABOUT = '≈'

interface RaceFactsProps {
  feed: RunFeed
  phase: FeedView['phase']
}

/** The run in one line: number, time, tokens and cost, and last what is seldom of one width, how many stand where. */
export function RaceFacts({ feed, phase }: RaceFactsProps) {
  const { t } = useTranslation('run')
  const format = useFormat()
  const state = useFeed(feed, (view) => view.summed)
  if (!state) return null
  const { tokens, cost, costIsEstimate } = raceTotals(state)
  return (
    <div className="ml-3 flex min-w-0 items-center gap-4 overflow-hidden whitespace-nowrap text-ink-2 tabular-nums">
      <h1 className="font-semibold text-ink">{t('race.number', { number: state.run.number })}</h1>
      <b className="font-semibold text-ink">
        <RaceTimer feed={feed} />
      </b>
      <Reconnecting phase={phase} />
      {tokens !== null && (
        <span className="min-w-[13ch] [@media(max-width:1180px)]:hidden">
          <b className="font-semibold text-ink">{format.count(tokens)}</b> {t('race.tokens', { count: tokens })}
        </span>
      )}
      {cost !== null && (
        <b className="min-w-[10ch] font-semibold text-ink [@media(max-width:1180px)]:hidden">
          {costIsEstimate && ABOUT}
          {format.cost(cost)}
        </b>
      )}
      <span className="truncate">
        <TallyWords feed={feed} />
      </span>
    </div>
  )
}

export function RaceTimer({ feed }: { feed: RunFeed }) {
  const format = useFormat()
  return useFeed(feed, (view) => format.duration(raceElapsed(view.summed, view.nowMs)))
}

/** "1 finished, 2 streaming, 1 failed", without what there is none of. */
export function TallyWords({ feed }: { feed: RunFeed }) {
  const { t } = useTranslation('run')
  const state = useFeed(feed, (view) => view.summed)
  return Object.entries(tally(state))
    .filter(([, count]) => count > 0)
    .map(([name, count]) => t(`tally.${name as 'finished'}`, { count }))
    .join(', ')
}

function Reconnecting({ phase }: { phase: FeedView['phase'] }) {
  const { t } = useTranslation('run')
  const socket = useSyncExternalStore(connection.subscribe, connection.get)
  if (phase === 'ended' || (phase !== 'lost' && socket !== 'lost')) return null
  return (
    <span role="status" className="flex items-center gap-1.5 text-warn">
      <StatusMark kind="warning" />
      {t('race.reconnecting')}
    </span>
  )
}

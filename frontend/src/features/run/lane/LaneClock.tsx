import { Ahead } from '@/features/run/lane/Ahead'
import { isLive, sameNumbers, stageOf } from '@/features/run/lane/lane-view'
import { Sparkline } from '@/features/run/lane/Sparkline'
import { gapStats } from '@/features/run/live/gap-stats'
import { resultNumbers } from '@/features/run/live/result-numbers'
import type { RunFeed } from '@/features/run/live/run-feed'
import type { LaneRecord, ResultState } from '@/features/run/live/run-state'
import { useFeed } from '@/features/run/live/use-run-feed'
import type { Leader } from '@/features/run/race/leader'
import { NONE } from '@/lib/format'
import { useFormat } from '@/ui/use-format'
import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

interface LaneClockProps {
  feed: RunFeed | null
  result: ResultState | undefined
  lane: LaneRecord | null
  scaleMs: number
  /** By what the lane is ahead; null where it is not. */
  ahead: Leader['by'] | null
}

/** The timer beside the sparkline of gaps. It renders with the numbers, not with every piece of text. */
export const LaneClock = memo(({ feed, result, lane, scaleMs, ahead }: LaneClockProps) => {
  const { t } = useTranslation('run')
  const stage = stageOf(result)
  return (
    <div className="flex h-12 items-end gap-4 [contain:size_layout]">
      <div className="min-w-[76px]">
        <div className="flex items-center gap-1.5 text-label font-medium whitespace-nowrap text-ink-3">
          {t(`timer.${stage}`)}
          {ahead && <Ahead by={ahead} />}
        </div>
        <Timer feed={feed} result={result} lane={lane} />
      </div>
      <div className="min-w-0 grow text-right">
        <Sparkline gaps={result?.live.gaps ?? NO_GAPS} scaleMs={scaleMs} />
        <div className="truncate text-label font-medium text-ink-3 tabular-nums">
          {stage === 'idle' ? ' ' : <GapLine result={result} live={isLive(stage)} />}
        </div>
      </div>
    </div>
  )
}, sameClock)
LaneClock.displayName = 'LaneClock'

function sameClock(before: LaneClockProps, after: LaneClockProps): boolean {
  return (
    sameNumbers(before.result, after.result) &&
    before.feed === after.feed &&
    before.lane === after.lane &&
    before.scaleMs === after.scaleMs &&
    before.ahead === after.ahead
  )
}

const NO_GAPS: readonly number[] = []

function Timer({ feed, result, lane }: Omit<LaneClockProps, 'scaleMs' | 'ahead'>) {
  const format = useFormat()
  const ticking = isLive(stageOf(result))
  // Ended lanes do not ask for the time, and so do not render again for it.
  const nowMs = useFeed(feed, (view) => (ticking ? view.nowMs : 0))
  const { value, unit } = format.seconds(result && lane ? resultNumbers(result, lane, nowMs).elapsedMs : null)
  return (
    <div className="text-timer font-semibold tracking-[-0.02em] whitespace-nowrap tabular-nums">
      {value}
      {unit && <small className="ml-1 text-base font-normal tracking-normal text-ink-3">{unit}</small>}
    </div>
  )
}

/** Sorting all gaps with every token would be waste: while they come, every eighth is enough. */
const STATS_EVERY = 8

function GapLine({ result, live }: { result: ResultState | undefined; live: boolean }) {
  const { t } = useTranslation('run')
  const format = useFormat()
  const gaps = result?.live.gaps ?? NO_GAPS
  const mark = live ? Math.floor(gaps.length / STATS_EVERY) : -1
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `mark` stands for the gaps
  const measured = useMemo(() => gapStats(gaps), [mark])
  const timings = result?.record.timings
  const p50 = timings?.interTokenP50Ms ?? measured?.p50 ?? null
  const p99 = timings?.interTokenP99Ms ?? measured?.p99 ?? null
  if (p50 === null) return live ? NONE : t('gaps.none')
  return t('gaps.stats', { p50: format.gap(p50), p99: format.gap(p99) })
}

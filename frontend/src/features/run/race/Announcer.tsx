import { isLive, stageOf } from '@/features/run/lane/lane-view'
import { resultNumbers } from '@/features/run/live/result-numbers'
import type { RunFeed } from '@/features/run/live/run-feed'
import type { ResultState, RunState } from '@/features/run/live/run-state'
import { useFeed } from '@/features/run/live/use-run-feed'
import { laneLetter } from '@/lib/lane'
import { useFormat } from '@/ui/use-format'
import { useTranslation } from 'react-i18next'

/** Tells a screen reader when an answer ends, never its tokens, and nothing of what ended before this page looked. */
export function Announcer({ feed }: { feed: RunFeed }) {
  const { t } = useTranslation('run')
  const format = useFormat()
  const state = useFeed(feed, (view) => view.summed)
  const words = (result: ResultState) => {
    const lane = state?.run.lanes[result.record.lane.position]
    return t(`announce.${stageOf(result) as 'finished'}`, {
      letter: laneLetter(result.record.lane.position),
      name: lane?.modelSnapshot.name ?? '',
      time: format.duration(lane ? resultNumbers(result, lane, 0).elapsedMs : null),
    })
  }
  return (
    <div role="log" aria-live="polite" className="sr-only">
      {seenEnding(state).map((result) => (
        <p key={result.record.id}>{words(result)}</p>
      ))}
    </div>
  )
}

function seenEnding(state: RunState | null): ResultState[] {
  return (state?.order ?? [])
    .map((id) => state?.results[id])
    .filter((result) => result !== undefined)
    .filter((result) => !isLive(stageOf(result)) && result.live.endedAt !== null)
    .sort((one, other) => (one.live.endedAt ?? 0) - (other.live.endedAt ?? 0))
}

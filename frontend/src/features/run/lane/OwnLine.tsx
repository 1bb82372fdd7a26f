import type { DraftLane } from '@/features/run/composer/draft'
import { laneOf } from '@/features/run/composer/draft-of-run'
import { useOwnWords } from '@/features/run/lane/use-own-words'
import type { LaneRecord, RunRecord } from '@/features/run/live/run-state'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'

interface OwnLineProps {
  lane: DraftLane
  run: RunRecord | null
  record: LaneRecord | null
}

/** What the lane asks with that others do not; of an answer, what it was asked with, whatever the draft says by now. */
export const OwnLine = memo(({ lane, run, record }: OwnLineProps) => {
  const { t } = useTranslation('run')
  const ownWords = useOwnWords()
  const words = ownWords(run && record ? laneOf(run, record) : lane)
  return (
    <p title={words} className="mb-0.5 h-4 truncate text-small text-ink-2 tabular-nums">
      {words === '' ? <span className="text-ink-3">{t('scope.follows')}</span> : words}
    </p>
  )
})
OwnLine.displayName = 'OwnLine'

import { LaneCode } from '@/features/run/code/LaneCode'
import { AnswerMark } from '@/features/run/lane/AnswerMark'
import { isLive } from '@/features/run/lane/lane-view'
import { WinnerButton } from '@/features/run/lane/WinnerButton'
import { LaneStanding, type LaneStandingProps } from '@/features/run/lane/LaneStanding'
import { cn } from '@/lib/cn'
import { Button } from '@/ui/Button'
import { IconButton } from '@/ui/IconButton'
import { useFocusHeir } from '@/ui/use-focus-heir'
import { ArrowDown, Copy, Square } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'

interface LaneFootProps extends LaneStandingProps {
  copyable: boolean
  /** Null before the lane is asked. */
  runId: string | null
  position: number
  isWinner: boolean
  /** Marks the answer as the best; absent where that cannot be. */
  onChoose: (() => void) | undefined
  following: boolean
  onFollow: () => void
  onCopy: () => Promise<void>
  onStop: (() => void) | undefined
}

/** In a narrow lane the words of where it stands matter more than a button's: those become pictures. */
const NARROW = '@max-[22rem]:sr-only'

/** Where the answer stands, in words, and what can be done with it. */
export const LaneFoot = memo((props: LaneFootProps) => {
  const { copyable, runId, position, isWinner, following, onChoose, onFollow, onCopy, onStop, ...standing } = props
  const { stage, code, stop, hasPassed } = standing
  const { t } = useTranslation('run')
  const live = isLive(stage)
  const writing = stage === 'streaming' || stage === 'reasoning'
  return (
    <div className="@container flex h-9 shrink-0 items-center gap-1 border-t border-line pr-2 pl-4 phone:h-11">
      <span className={cn('flex min-w-0 grow items-center gap-1.5 text-small', code ? 'text-bad' : 'text-ink-2')}>
        <AnswerMark stage={stage} hasPassed={hasPassed} />
        <span className={cn('min-w-0 tabular-nums', stop === null && 'truncate')}>
          <LaneStanding {...standing} />
          {writing && following && t('state.following')}
        </span>
        {writing && !following && (
          <IconButton small label={t('lane.toEnd')} onClick={onFollow}>
            <ArrowDown aria-hidden className="size-3.5" />
          </IconButton>
        )}
      </span>
      {!live && <WinnerButton isWinner={isWinner} onChoose={onChoose} />}
      {live && onStop && <StopLane onStop={onStop} />}
      {(live || code !== null || copyable) && (
        // Its place is kept before there is anything to copy: nothing beside it moves when it comes.
        <Button
          look="quiet"
          size="small"
          title={code ? t('lane.copyDetails') : t('lane.copy')}
          onClick={() => void onCopy()}
          className={cn(code === null && !copyable && 'invisible')}
        >
          <Copy aria-hidden className="size-3.5" />
          <span className={NARROW}>{code ? t('lane.copyDetails') : t('lane.copy')}</span>
        </Button>
      )}
      {runId !== null && <LaneCode runId={runId} position={position} labelClass={NARROW} />}
    </div>
  )
})
LaneFoot.displayName = 'LaneFoot'

function StopLane({ onStop }: { onStop: () => void }) {
  const { t } = useTranslation('run')
  const button = useFocusHeir<HTMLButtonElement>(answerOf)
  return (
    <Button ref={button} look="quiet-danger" size="small" onClick={onStop}>
      <Square aria-hidden className="size-3 fill-current" />
      {t('lane.stop')}
    </Button>
  )
}

const answerOf = (inLane: HTMLElement) => inLane.closest('article')?.querySelector<HTMLElement>('[role=region]') ?? null

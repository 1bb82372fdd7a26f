import { sameNumbers } from '@/features/run/lane/lane-view'
import { resultNumbers } from '@/features/run/live/result-numbers'
import type { LaneRecord, ResultState } from '@/features/run/live/run-state'
import { Tooltip } from '@/ui/Tooltip'
import { useFormat } from '@/ui/use-format'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

const ABOUT = '≈'
const SECOND_MS = 1_000

interface LaneNumbersProps {
  result: ResultState | undefined
  lane: LaneRecord | null
  /** The place of the first token among the lanes; null where there is none to compare with. */
  rank: number | null
}

/** The four numbers of a lane; hovering a name tells what it means. */
export const LaneNumbers = memo(({ result, lane, rank }: LaneNumbersProps) => {
  const { t } = useTranslation('run')
  const format = useFormat()
  const numbers = result && lane ? resultNumbers(result, lane, 0) : null
  const ttftMs = numbers?.ttftMs ?? null
  // Four digits and a place do not fit beside each other in a narrow lane.
  const firstToken =
    ttftMs !== null && Math.round(ttftMs) >= SECOND_MS ? format.duration(ttftMs) : format.millis(ttftMs)
  const speed = format.speed(numbers?.tokensPerSecond)
  return (
    // Of a fixed height, so that a number that changes has nothing else laid out anew.
    <dl className="mt-2 grid h-9 grid-cols-[1.14fr_1.06fr_.66fr_1fr] gap-1.5 [contain:size_layout]">
      <Number
        name={t('numbers.firstToken')}
        meaning={t('numbers.firstTokenHint')}
        small={rank && t('rank', { count: rank, ordinal: true })}
      >
        {firstToken}
      </Number>
      <Number name={t('numbers.speed')} meaning={t('numbers.speedHint')} small={speed.unit}>
        {speed.value}
      </Number>
      <Number name={t('numbers.tokens')} meaning={t('numbers.tokensHint')}>
        {numbers?.tokensAreEstimate && numbers.tokens !== null && ABOUT}
        {format.count(numbers?.tokens)}
      </Number>
      <Number name={t('numbers.cost')} meaning={t('numbers.costHint')}>
        {numbers?.costIsEstimate && numbers.cost !== null && ABOUT}
        {format.cost(numbers?.cost)}
      </Number>
    </dl>
  )
}, sameProps)
LaneNumbers.displayName = 'LaneNumbers'

function sameProps(before: LaneNumbersProps, after: LaneNumbersProps): boolean {
  return sameNumbers(before.result, after.result) && before.lane === after.lane && before.rank === after.rank
}

interface NumberProps {
  name: string
  meaning: string
  small?: ReactNode
  children: ReactNode
}

function Number({ name, meaning, small, children }: NumberProps) {
  return (
    <div className="min-w-0">
      <NumberName name={name} meaning={meaning} />
      <dd className="font-semibold whitespace-nowrap tabular-nums">
        {children}
        {small && <small className="ml-1 text-label font-normal text-ink-3">{small}</small>}
      </dd>
    </div>
  )
}

/** The name stays while the number changes with every token. */
const NumberName = memo(({ name, meaning }: Pick<NumberProps, 'name' | 'meaning'>) => (
  <dt className="truncate text-label text-ink-3">
    <Tooltip text={meaning} side="top">
      <span>{name}</span>
    </Tooltip>
  </dt>
))
NumberName.displayName = 'NumberName'

import { RunLanes_RunFragmentDoc, type RunLanes_RunFragment } from '@/__generated__/graphql'
import { Badge } from '@/ui/Badge'
import { Tooltip } from '@/ui/Tooltip'
import type { FragmentType } from '@apollo/client'
import { useFragment } from '@apollo/client/react'
import { Crown } from 'lucide-react'
import { useTranslation } from 'react-i18next'

interface RunLanesProps {
  run: FragmentType<RunLanes_RunFragment>
  /** How many lanes are named before the rest is only counted; none where there is room for their colours only. */
  named: number
}

/** Whom a run asked and how often: a coloured tick and the name of each lane, and whether it was a simulated model. */
export function RunLanes({ run, named }: RunLanesProps) {
  const { t } = useTranslation('history')
  const { data, complete } = useFragment({ fragment: RunLanes_RunFragmentDoc, from: run })
  if (!complete) return null
  const { lanes, iterations } = data
  const winner = data.winner?.lane.position ?? null
  const more = lanes.length - named
  const simulated = lanes.filter(({ modelSnapshot }) => modelSnapshot.isSimulated).length
  return (
    <span className="flex min-w-0 items-center gap-2.5 text-small text-ink-2">
      {lanes.slice(0, named).map(({ position, modelSnapshot }) => (
        <span key={position} className="inline-flex min-w-0 items-center gap-1.5">
          <LaneTick position={position} />
          <span className="truncate" translate="no">
            {modelSnapshot.name}
          </span>
          {winner === position && <WinnerMark />}
        </span>
      ))}
      {more > 0 && (
        <Tooltip
          text={lanes
            .slice(named)
            .map(({ modelSnapshot }) => modelSnapshot.name)
            .join(', ')}
        >
          <button
            type="button"
            className="relative z-1 inline-flex shrink-0 cursor-help items-center gap-1.5 rounded-s tabular-nums"
          >
            <span aria-hidden>{t('lanes.more', { count: more })}</span>
            <span className="sr-only">{t('lanes.moreSpoken', { count: more })}</span>
            {winner !== null && winner >= named && <WinnerMark />}
          </button>
        </Tooltip>
      )}
      {simulated > 0 && <SimulatedBadge simulated={simulated} all={lanes.length} />}
      {iterations > 1 && <span className="ml-auto shrink-0 tabular-nums">{`×${iterations}`}</span>}
    </span>
  )
}

/** The lanes' colours side by side, with their number: as much as fits on a phone. */
export function RunLaneTicks({ run }: { run: FragmentType<RunLanes_RunFragment> }) {
  const { t } = useTranslation('history')
  const { data, complete } = useFragment({ fragment: RunLanes_RunFragmentDoc, from: run })
  if (!complete) return null
  const { lanes, iterations } = data
  const simulated = lanes.filter(({ modelSnapshot }) => modelSnapshot.isSimulated).length
  return (
    <span className="inline-flex min-w-0 items-center gap-2">
      <span className="inline-flex shrink-0 gap-0.5">
        {lanes.slice(0, 8).map(({ position }) => (
          <LaneTick key={position} position={position} />
        ))}
      </span>
      <span className="whitespace-nowrap">
        {t('lanes.count', { count: lanes.length })}
        {iterations > 1 && ` ×${iterations}`}
      </span>
      {data.winner && <WinnerMark />}
      {simulated > 0 && <SimulatedBadge simulated={simulated} all={lanes.length} />}
    </span>
  )
}

/** Beside the lane whose answer was chosen as the best. */
function WinnerMark() {
  const { t } = useTranslation('history')
  return (
    <span className="shrink-0 text-warn">
      <Crown aria-hidden className="size-3.5 fill-current" />
      <span className="sr-only">{t('lanes.winner')}</span>
    </span>
  )
}

function SimulatedBadge({ simulated, all }: { simulated: number; all: number }) {
  const { t } = useTranslation('history')
  return <Badge>{simulated === all ? t('lanes.simulated') : t('lanes.partlySimulated', { count: simulated })}</Badge>
}

function LaneTick({ position }: { position: number }) {
  return <i aria-hidden data-lane={position % 8} className="h-3 w-[3px] shrink-0 rounded-[1px] bg-lane" />
}

import { memo } from 'react'
import { useTranslation } from 'react-i18next'

const WIDTH = 320
const HEIGHT = 24
const STEP = 3
const SHOWN = Math.floor(WIDTH / STEP)

interface SparklineProps {
  gaps: readonly number[]
  /** The gap that is as tall as the box; longer ones are cut there. */
  scaleMs: number
}

/** The gaps between pieces of text, the latest at the right. */
export const Sparkline = memo(({ gaps, scaleMs }: SparklineProps) => {
  const { t } = useTranslation('run')
  const shown = gaps.slice(-SHOWN)
  const first = WIDTH - shown.length * STEP
  const path = shown
    .map((gap, index) => {
      const tall = Math.max(1, Math.min(HEIGHT - 1, (gap / scaleMs) * HEIGHT))
      return `M${first + index * STEP + 1.5} ${HEIGHT}v-${tall.toFixed(1)}`
    })
    .join('')
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMaxYMax slice"
      role="img"
      aria-label={t('gaps.label')}
      className="block h-6 w-full"
    >
      {shown.length > 0 ? (
        <path d={path} className="fill-none stroke-lane" strokeWidth="2" />
      ) : (
        <line x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} className="stroke-ink-3" strokeDasharray="1 3" />
      )}
    </svg>
  )
})
Sparkline.displayName = 'Sparkline'

import { LANES, SECONDS, ticksOf } from '@/features/identity/sign-in/race-ticks'
import { laneLetter } from '@/lib/lane'
import { useFormat } from '@/ui/use-format'

const ORIGIN = 56
const SECOND = 140
const ROW = 80
const HEIGHT = 400
const WIDTH = ORIGIN + SECONDS * SECOND

/** Four answers as they come, a stroke for each token: what this page is about. It goes on past the window's edge. */
export function RacePicture() {
  const format = useFormat()
  return (
    <svg width={WIDTH} height={HEIGHT} className="max-w-none text-label">
      {Array.from({ length: SECONDS * 2 }, (_, half) => (
        <line key={half} className="stroke-line" x1={xOf(half / 2)} x2={xOf(half / 2)} y1={8} y2={344} />
      ))}
      {Array.from({ length: SECONDS }, (_, second) => (
        <text key={second} x={xOf(second)} y={364} textAnchor="middle" className="fill-ink-3 tabular-nums">
          {`${second} ${format.seconds(0).unit}`}
        </text>
      ))}
      {LANES.map((lane, position) => (
        <g key={lane.first} data-lane={position} transform={`translate(0 ${position * ROW})`}>
          <rect x={16} y={44} width={16} height={16} rx={3} className="fill-chip" />
          <text x={24} y={56} textAnchor="middle" className="fill-on-chip text-[10px] font-bold">
            {laneLetter(position)}
          </text>
          <path d={strokes(ticksOf(lane, position + 1))} className="fill-none stroke-lane" strokeWidth={2} />
          {lane.end < SECONDS && (
            <text x={xOf(lane.end) + 11} y={56} className="fill-ink text-small font-semibold tabular-nums">
              {format.duration(lane.end * 1000)}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}

function xOf(seconds: number): number {
  return ORIGIN + seconds * SECOND
}

function strokes(ticks: readonly number[]): string {
  return ticks.map((at) => `M${xOf(at).toFixed(1)} 32v40`).join('')
}

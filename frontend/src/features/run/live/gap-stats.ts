/** The gaps that half, and all but one in a hundred, stay under; null below two gaps. */
export interface GapStats {
  p50: number
  p99: number
}

export function gapStats(gaps: readonly number[]): GapStats | null {
  if (gaps.length < 2) return null
  const sorted = Float64Array.from(gaps).sort()
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) }
}

function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0
}

const STEPS = [20, 50, 100, 200, 500, 1_000, 2_000, 5_000]
const TAIL = 100

/**
 * How tall a full bar is in every lane's sparkline, in milliseconds: one scale for all, in steps so that it seldom moves.
 * It leaves out each lane's rarest gaps, which are cut at full height.
 */
export function sharedGapScale(lanes: readonly (readonly number[])[]): number {
  const tall = lanes.map((gaps) => {
    const sorted = Float64Array.from(gaps.slice(-TAIL)).sort()
    return sorted.length === 0 ? 0 : quantile(sorted, 0.9)
  })
  const needed = Math.max(0, ...tall) * 1.25
  return STEPS.find((step) => step >= needed) ?? Math.max(...STEPS)
}

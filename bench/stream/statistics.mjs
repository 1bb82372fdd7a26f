// Numbers out of many numbers. A percentile is the least value that so many percent of all do not exceed.

/** Sorted numbers of several lists. */
export function sorted(...lists) {
  const all = new Float64Array(lists.reduce((sum, list) => sum + list.length, 0))
  let at = 0
  for (const list of lists) {
    all.set(list, at)
    at += list.length
  }
  return all.sort()
}

/** The percentile of sorted numbers; NaN where there are none. */
export function percentile(list, percent) {
  return list.length === 0 ? NaN : list[Math.max(0, Math.ceil((percent / 100) * list.length) - 1)]
}

/** What is told of numbers: `n`, `least`, `p50`, `p90`, `p99`, `max`, `mean`. */
export function spread(...lists) {
  const all = sorted(...lists)
  return {
    n: all.length,
    least: percentile(all, 0),
    p50: percentile(all, 50),
    p90: percentile(all, 90),
    p99: percentile(all, 99),
    max: percentile(all, 100),
    mean: all.length === 0 ? NaN : all.reduce((sum, one) => sum + one, 0) / all.length,
  }
}

/** The middle one, or the mean of the two in the middle; NaN of none. */
export function median(values) {
  const all = sorted(values)
  const half = all.length / 2
  if (all.length === 0) return NaN
  return all.length % 2 === 1 ? all[Math.floor(half)] : (all[half - 1] + all[half]) / 2
}

/** Rounded to so many digits behind the point. */
export function round(value, digits = 2) {
  return Number(value.toFixed(digits))
}

// What is measured inside the page, and what it comes to.

/** A frame of a display of 60 Hz; a longer gap than one and a half of it has lost at least one. */
export const FRAME_MS = 1000 / 60
const LATE_MS = 1.5 * 16.7

/** Runs in the page: notes from now on every frame, every layout shift, every long task, and how long a key waits for its frame. */
export function install() {
  const seen = { frames: [], shifts: [], tasks: [], keys: [] }
  globalThis.seen = seen
  const frame = (now) => {
    seen.frames.push(now)
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: false })
  observe('layout-shift', (entry) => seen.shifts.push({ at: entry.startTime, value: entry.value }))
  observe('longtask', (entry) => seen.tasks.push(entry.duration))
  addEventListener(
    'keydown',
    (event) =>
      // The frame after the one that the key's work goes into begins when that one has been handed over.
      requestAnimationFrame(() => requestAnimationFrame((now) => seen.keys.push(now - event.timeStamp))),
    { capture: true },
  )
}

/** Runs in the page: what was noted, and a fresh start. */
export function take() {
  const taken = globalThis.seen
  const { frames, shifts, tasks, keys } = taken
  const copy = { frames: [...frames], shifts: [...shifts], tasks: [...tasks], keys: [...keys] }
  for (const list of [frames, shifts, tasks, keys]) list.length = 0
  return copy
}

export function summary({ frames, shifts, tasks, keys }) {
  const gaps = frames.slice(1).map((at, place) => at - frames[place])
  const late = gaps.filter((gap) => gap > LATE_MS)
  return {
    seconds: round((frames.at(-1) - frames[0]) / 1000),
    framesSeen: frames.length,
    gapsLate: late.length,
    framesDropped: late.reduce((sum, gap) => sum + Math.max(1, Math.round(gap / FRAME_MS) - 1), 0),
    gapMs: spread(gaps),
    inputs: keys.length,
    inputMs: spread(keys),
    longTasks: tasks.length,
    longestTaskMs: round(Math.max(0, ...tasks)),
    layoutShifts: shifts.length,
    layoutShift: Number(shifts.reduce((sum, { value }) => sum + value, 0).toFixed(5)),
    worstSecondShift: Number(worstWindow(shifts).toFixed(5)),
  }
}

/** The largest sum of shifts within a second of one another. */
function worstWindow(shifts) {
  return Math.max(
    0,
    ...shifts.map(({ at }) =>
      shifts.filter((other) => other.at >= at && other.at < at + 1000).reduce((sum, { value }) => sum + value, 0),
    ),
  )
}

function spread(values) {
  const sorted = [...values].sort((one, other) => one - other)
  const at = (share) => round(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0)
  return { p50: at(0.5), p95: at(0.95), max: round(sorted.at(-1) ?? 0) }
}

function round(value) {
  return Math.round(value * 10) / 10
}

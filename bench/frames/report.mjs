const PHASES = {
  idle: 'idle page, service at rest',
  beside: 'idle page, service streams a run unseen',
  control: 'control: eight lanes stream on a bare page',
  streaming: '**eight lanes stream on the page**',
  after: 'the same page after their end',
}

/** The result as people read it. */
export function markdown({ what, machine, browser, served, phases }) {
  const rows = Object.entries(PHASES).map(([name, words]) => row(words, phases[name]))
  return `# Frames while eight lanes stream

${what}; ${browser}.
The machine: ${machine}. Browser, service, database and simulator share it, and the browser draws in software: a frame that the
idle page loses too is the machine's.
The service sent ${served.tokensPerSecond.min.toFixed(1)} to ${served.tokensPerSecond.max.toFixed(1)} tokens/s a lane, with at most ${served.interTokenP99Ms.toFixed(1)} ms between tokens at p99.

| phase | s | frames seen | late gaps | frames dropped | gap p50 / p95 / max ms | key to frame p50 / p95 / max ms | long tasks, longest ms | layout shift, worst second | main thread ms/s: all, script, style, layout | cores busy |
|---|---|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}

- Control: the same socket and events, bare text in eight boxes, 20 times a second; no React, Markdown or numbers.
- Frames: calls of requestAnimationFrame. A gap over 25 ms is late; dropped are the frames of 16.7 ms that it lacks.
- Key to frame: from a key's event to the frame after the one that its work goes into, so about 17 to 33 ms on an idle page of 60 Hz.
- Main thread: what it spent on a core in each second; waiting for a core does not count.
- Layout shift: the sum of all scores, and of the worst second. The caret at the end of a text counts whenever it moves.
`
}

function row(words, phase) {
  const spread = ({ p50, p95, max }) => `${p50} / ${p95} / ${max}`
  return `| ${[
    words,
    phase.seconds,
    phase.framesSeen,
    phase.gapsLate,
    phase.framesDropped,
    spread(phase.gapMs),
    spread(phase.inputMs),
    `${phase.longTasks}, ${phase.longestTaskMs}`,
    `${phase.layoutShift}, ${phase.worstSecondShift}`,
    Object.values(phase.mainThreadMs).join(', '),
    `${phase.coresBusyPercent} %`,
  ].join(' | ')} |`
}

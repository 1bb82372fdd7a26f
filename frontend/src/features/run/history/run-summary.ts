import type { RunSummary_RunFragment, RunTook_RunFragment, Status } from '@/__generated__/graphql'

/** Where a run stands, as one would say it. */
export type Standing = 'waiting' | 'running' | 'completed' | 'partly-failed' | 'failed' | 'stopped'

/** What a run comes down to in one line. A number is null where nothing could be measured or counted. */
export interface RunSummary {
  standing: Standing
  /** Answers that failed. */
  failures: number
  /** Lanes with an answer that failed. */
  failedLanes: number
  /** The shortest time to first token of all answers. */
  bestTtftMs: number | null
  /** Completion tokens of all answers. */
  tokens: number | null
  /** US dollars, of the answers whose prices are known. */
  cost: number | null
  /** How many answers pass the run's check, of those that completed or failed; null where it has none. */
  check: { passed: number; tried: number } | null
}

export function summarise({ status, results, check }: RunSummary_RunFragment): RunSummary {
  const failed = results.filter((result) => result.status === 'FAILED')
  const firsts = known(results.map(({ timings }) => timings?.timeToFirstTokenMs))
  return {
    standing: standingOf(status, failed.length > 0),
    failures: failed.length,
    failedLanes: new Set(failed.map(({ lane }) => lane.position)).size,
    bestTtftMs: firsts.length > 0 ? Math.min(...firsts) : null,
    tokens: sum(known(results.map(({ usage }) => usage?.completionTokens))),
    cost: sum(known(results.map(({ usage }) => usage?.cost)).map(Number)),
    check: check && passesOf(results),
  }
}

function passesOf(results: RunSummary_RunFragment['results']): { passed: number; tried: number } {
  return {
    passed: results.filter(({ hasPassed }) => hasPassed === true).length,
    tried: results.filter((result) => result.status === 'COMPLETED' || result.status === 'FAILED').length,
  }
}

/** Whether nothing about a run will change any more. */
export function isFinal(status: Status): boolean {
  return status !== 'PENDING' && status !== 'RUNNING'
}

/** From a run's first answer to the end of its last, in milliseconds; while it runs, up to `now`; null while it waits. */
export function tookMs(run: Omit<RunTook_RunFragment, '__typename' | 'id'>, now: number): number | null {
  if (run.startedAt === null) return null
  const end = run.finishedAt === null ? now : Date.parse(run.finishedAt)
  return Math.max(0, end - Date.parse(run.startedAt))
}

function standingOf(status: Status, failures: boolean): Standing {
  switch (status) {
    case 'PENDING':
      return 'waiting'
    case 'RUNNING':
      return 'running'
    case 'COMPLETED':
      return failures ? 'partly-failed' : 'completed'
    case 'FAILED':
      return 'failed'
    case 'CANCELLED':
      return 'stopped'
  }
}

function known<T>(values: readonly (T | null | undefined)[]): T[] {
  return values.filter((value): value is T => value !== null && value !== undefined)
}

function sum(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((total, value) => total + value, 0)
}

import { isFinal, type LaneRecord, type ResultState } from '@/features/run/live/run-state'

/** What a lane shows of an answer; null where there is no number yet, or never will be. */
export interface ResultNumbers {
  /** From the sending of the request to the end of the answer, or to now. */
  elapsedMs: number | null
  ttftMs: number | null
  tokensPerSecond: number | null
  tokens: number | null
  /** Whether some came before this page looked, so that nobody has counted them yet. */
  tokensAreEstimate: boolean
  /** US dollars, as the server counted; else an estimate by the answer's tokens alone. */
  cost: number | null
  costIsEstimate: boolean
}

/** The server's numbers where it has told them, else what the page measured until `nowMs` on the run's clock. */
export function resultNumbers({ record, live }: ResultState, lane: LaneRecord, nowMs: number): ResultNumbers {
  const { timings, usage } = record
  const arrived = timings?.arrivedTokens ?? null
  const counted = live.missed && isFinal(record.status) ? arrived : live.tokens
  const tokens = usage?.completionTokens ?? counted
  const asked = record.status !== 'PENDING' && live.startedAt !== null
  return {
    elapsedMs: timings?.latencyMs ?? elapsed(record.status, live, nowMs),
    ttftMs: timings?.timeToFirstTokenMs ?? difference(live.firstAt, live.startedAt),
    tokensPerSecond: timings?.tokensPerSecond ?? speed(live),
    tokens: tokens === 0 && !usage ? null : tokens,
    tokensAreEstimate: live.missed && (usage?.completionTokens ?? arrived) === null,
    cost: usage ? decimal(usage.cost) : asked ? costSoFar(counted, lane) : null,
    costIsEstimate: !usage,
  }
}

type Live = ResultState['live']

function elapsed(status: ResultState['record']['status'], live: Live, nowMs: number): number | null {
  if (live.startedAt === null) return null
  if (isFinal(status)) return difference(live.endedAt, live.startedAt)
  return Math.max(0, nowMs - live.startedAt)
}

function speed({ seen, lastAt }: Live): number | null {
  if (!seen || lastAt === null || lastAt <= seen.from) return null
  return (seen.tokens * 1_000) / (lastAt - seen.from)
}

function costSoFar(tokens: number | null, lane: LaneRecord): number | null {
  const price = decimal(lane.modelSnapshot.outputPricePerMillion)
  return price === null || !tokens ? null : (tokens * price) / 1_000_000
}

function difference(later: number | null, earlier: number | null): number | null {
  return later === null || earlier === null ? null : Math.max(0, later - earlier)
}

function decimal(text: string | null): number | null {
  return text === null ? null : Number(text)
}

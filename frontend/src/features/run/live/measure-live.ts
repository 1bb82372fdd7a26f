import { NOTHING_MEASURED, type Live, type ResultRecord, type ResultState } from '@/features/run/live/run-state'
import { estimateTokens } from '@/lib/token-estimate'

interface Piece {
  atMs: number
  kind: 'ANSWER' | 'REASONING'
  tokens: number | null
}

/** What one more piece of text adds to the measure. A piece without a count is one token. */
export function measurePiece(live: Live, { atMs, kind, tokens }: Piece): Live {
  const count = tokens ?? 1
  return {
    ...live,
    firstAt: live.firstAt ?? (live.missed ? null : atMs),
    lastAt: atMs,
    tokens: live.tokens + count,
    seen: live.seen ? { from: live.seen.from, tokens: live.seen.tokens + count } : { from: atMs, tokens: 0 },
    reasoning: kind === 'REASONING' ? measureReasoning(live.reasoning, atMs, count) : live.reasoning,
    gaps: live.lastAt === null ? live.gaps : [...live.gaps, atMs - live.lastAt],
  }
}

function measureReasoning(known: Live['reasoning'], atMs: number, tokens: number): Live['reasoning'] {
  return known ? { ...known, to: atMs, tokens: known.tokens + tokens } : { from: atMs, to: atMs, tokens }
}

/**
 * A result that came whole, with what the page knows of its past: kept where it holds the same text, for then nothing
 * was missed; else only the server's own timings are left, and the count of tokens is an estimate until the end.
 */
export function measureRecord(record: ResultRecord, known: ResultState | null): ResultState {
  const live = known && sameText(record, known.record) ? known.live : missed(record, known)
  return { record, live: { ...live, startedAt: record.timings?.queuedMs ?? startOf(record, live) } }
}

function startOf(record: ResultRecord, live: Live): number | null {
  return record.status === 'PENDING' ? null : live.startedAt
}

function sameText(one: ResultRecord, other: ResultRecord): boolean {
  return one.text.length === other.text.length && one.reasoning.length === other.reasoning.length
}

function missed(record: ResultRecord, known: ResultState | null): Live {
  const queuedMs = record.timings?.queuedMs ?? null
  const ttftMs = record.timings?.timeToFirstTokenMs ?? null
  const empty = record.text === '' && record.reasoning === ''
  return {
    ...NOTHING_MEASURED,
    startedAt: known?.live.startedAt ?? null,
    endedAt: known?.live.endedAt ?? null,
    firstAt: queuedMs !== null && ttftMs !== null ? queuedMs + ttftMs : null,
    tokens: estimateTokens(record.reasoning) + estimateTokens(record.text),
    missed: !empty,
    gaps: empty ? [] : (known?.live.gaps ?? []),
  }
}

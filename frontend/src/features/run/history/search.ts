import type { RunFilter, Status } from '@/__generated__/graphql'
import { addDays, isDay, startOfDay, type Day } from '@/lib/day'

/** What one can ask for by status. Waiting counts as running. */
export const STANDINGS = ['running', 'completed', 'failed', 'stopped'] as const
export type StandingFilter = (typeof STANDINGS)[number]

const STATUSES: Record<StandingFilter, Status[]> = {
  running: ['PENDING', 'RUNNING'],
  completed: ['COMPLETED'],
  failed: ['FAILED'],
  stopped: ['CANCELLED'],
}

/** As long as the server takes a text. */
const MOST_TEXT = 200

/** Which runs the page shows: the whole of its address. */
export interface HistorySearch {
  /** Stands in the message or the notes; empty for any. */
  text: string
  /** Whether those that are shared are listed, everybody's; else the reader's own. */
  shared: boolean
  /** Whether the runs of batches are listed too. */
  batches: boolean
  /** In the order of STANDINGS; empty for all. */
  standings: StandingFilter[]
  modelId: string | null
  promptId: string | null
  /** A version of that prompt. */
  promptVersionId: string | null
  /** The first day, in the reader's time zone. */
  from: Day | null
  /** The last day, itself included. */
  to: Day | null
  /** The cursor that the page begins after; null on the first page. */
  after: string | null
  /** Counts from 1. */
  page: number
}

/** Reads an address; what makes no sense in it is left out. */
export function parseSearch(params: URLSearchParams): HistorySearch {
  const words = (params.get('status') ?? '').split(',')
  const days = [params.get('from'), params.get('to')].map((text) => (text !== null && isDay(text) ? text : null))
  const [from = null, to = null] = days
  const after = textOf(params, 'after')
  const page = Number(params.get('page'))
  return {
    text: (params.get('text') ?? '').trim().slice(0, MOST_TEXT),
    shared: params.get('scope') === 'shared',
    batches: params.get('batches') === 'all',
    standings: STANDINGS.filter((standing) => words.includes(standing)),
    modelId: textOf(params, 'model'),
    promptId: textOf(params, 'prompt'),
    promptVersionId: textOf(params, 'version'),
    ...(from && to && from > to ? { from: to, to: from } : { from, to }),
    after,
    page: after && Number.isInteger(page) && page > 1 ? page : after ? 2 : 1,
  }
}

/** A parameter that is there and not empty. */
function textOf(params: URLSearchParams, name: string): string | null {
  const text = params.get(name)
  return text === '' ? null : text
}

/** The address of a search; `parseSearch` reads it back. */
export function formatSearch(search: HistorySearch): URLSearchParams {
  const params = new URLSearchParams()
  if (search.text !== '') params.set('text', search.text)
  if (search.shared) params.set('scope', 'shared')
  if (search.batches) params.set('batches', 'all')
  if (search.standings.length > 0) params.set('status', search.standings.join(','))
  if (search.modelId) params.set('model', search.modelId)
  if (search.promptId) params.set('prompt', search.promptId)
  if (search.promptVersionId) params.set('version', search.promptVersionId)
  if (search.from) params.set('from', search.from)
  if (search.to) params.set('to', search.to)
  if (search.after) {
    params.set('page', String(search.page))
    params.set('after', search.after)
  }
  return params
}

/** A search with other filters, from its first page. */
export function refine(search: HistorySearch, change: Partial<HistorySearch>): HistorySearch {
  return { ...search, after: null, page: 1, ...change }
}

/** Whether anything narrows the list. Whose runs are listed does not, and batches only widen it. */
export function isFiltered({ text, standings, modelId, promptId, promptVersionId, from, to }: HistorySearch): boolean {
  return (
    text !== '' ||
    standings.length > 0 ||
    [modelId, promptId, promptVersionId, from, to].some((chosen) => chosen !== null)
  )
}

/** What the server is asked. Days are those of a time zone, or the browser's. */
export function toRunFilter(search: HistorySearch, timeZone?: string): RunFilter {
  const { text, shared, batches, standings, modelId, promptId, promptVersionId, from, to } = search
  const filter: RunFilter = { scope: shared ? 'SHARED' : 'MINE' }
  if (!batches) filter.isInBatch = false
  if (text !== '') filter.text = text
  if (standings.length > 0) filter.status = standings.flatMap((standing) => STATUSES[standing])
  if (modelId) filter.modelId = modelId
  if (promptVersionId) filter.promptVersionId = promptVersionId
  else if (promptId) filter.promptId = promptId
  if (from) filter.from = startOfDay(from, timeZone).toISOString()
  if (to) filter.to = startOfDay(addDays(to, 1), timeZone).toISOString()
  return filter
}

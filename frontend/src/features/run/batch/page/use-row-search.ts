import type { BatchRow } from '@/features/run/batch/live/batch-state'
import { useSearchParams } from 'react-router'

/** Which messages are shown; the page counts from 1. */
export interface RowSearch {
  failedOnly: boolean
  page: number
}

/** What the address asks for, and a way to another one. */
export function useRowSearch() {
  const [params, setParams] = useSearchParams()
  const page = Number(params.get('page'))
  return {
    failedOnly: params.get('show') === 'failed',
    page: Number.isInteger(page) && page > 1 ? page : 1,
    show: (next: RowSearch) =>
      setParams({
        ...(next.failedOnly ? { show: 'failed' } : {}),
        ...(next.page > 1 ? { page: String(next.page) } : {}),
      }),
  }
}

export function hasFailed(row: BatchRow | null | undefined): boolean {
  return row?.answers.some(({ status }) => status === 'FAILED') ?? false
}

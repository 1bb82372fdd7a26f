import { HistoryDocument } from '@/__generated__/graphql'
import { groupByDay } from '@/features/run/history/day-groups'
import { findNewerPage } from '@/features/run/history/newer-page'
import { isFinal } from '@/features/run/history/run-summary'
import { toRunFilter } from '@/features/run/history/search'
import { useHistorySearch } from '@/features/run/history/use-history-search'
import { useApolloClient, useQuery } from '@apollo/client/react'
import { useEffect, useMemo } from 'react'

export const PAGE_SIZE = 20

/** While a run of the page goes on, the page is asked for again this often. */
const POLL_MS = 3_000

/** The page of the history that the address names, kept fresh while something on it runs, and the ways to its neighbours. */
export type HistoryPageState = ReturnType<typeof useHistoryPage>

export function useHistoryPage() {
  const client = useApolloClient()
  const { search, trail, change, goTo } = useHistorySearch()
  const filter = useMemo(() => toRunFilter(search), [search])
  const result = useQuery(HistoryDocument, {
    variables: { first: PAGE_SIZE, after: search.after, filter },
    fetchPolicy: 'cache-and-network',
    skipPollAttempt: () => document.hidden,
  })
  const { data, previousData, error, refetch, startPolling, stopPolling } = result
  const shown = (data ?? previousData)?.runs
  const running = data?.runs.edges.some(({ node }) => !isFinal(node.status)) ?? false

  useEffect(() => {
    if (!running) return
    startPolling(POLL_MS)
    return stopPolling
  }, [running, startPolling, stopPolling])

  const days = useMemo(() => {
    const groups = groupByDay(shown?.edges.map(({ node }) => node) ?? [])
    return groups.map((group, place) => {
      const cut = (place === 0 && search.page > 1) || (place === groups.length - 1 && shown?.pageInfo.hasNextPage)
      return { ...group, count: cut ? null : group.items.length }
    })
  }, [shown, search.page])

  const endCursor = data?.runs.pageInfo.hasNextPage ? data.runs.pageInfo.endCursor : null
  return {
    search,
    change,
    days,
    total: shown?.totalCount ?? null,
    /** Null until something is there to show. */
    length: shown?.edges.length ?? null,
    /** Whether what is shown is still that of the address before. */
    outdated: !data,
    error,
    retry: () => void refetch().catch(() => undefined),
    goOlder: endCursor ? () => goTo(endCursor, search.page + 1, [...trail, search.after]) : null,
    goNewer: search.after ? () => void goNewer(search.after ?? '') : null,
  }

  async function goNewer(after: string) {
    const before = trail.at(-1)
    const found =
      before !== undefined ? before : await findNewerPage(client, filter, after, PAGE_SIZE).catch(() => null)
    goTo(found, found === null ? 1 : Math.max(2, search.page - 1), trail.slice(0, -1))
  }
}

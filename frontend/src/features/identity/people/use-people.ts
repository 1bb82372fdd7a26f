import { DeactivateUserDocument, PeopleDocument, ReactivateUserDocument } from '@/__generated__/graphql'
import { toUserFilter, type PeopleSearch } from '@/features/identity/people/people-search'
import { useMutation, useQuery } from '@apollo/client/react'
import { useState } from 'react'

const PAGE_SIZE = 50

/** The people, narrowed by a search; more of them where there is more than a page. */
export function usePeople(search: PeopleSearch) {
  const filter = toUserFilter(search)
  const { data, previousData, error, refetch, fetchMore } = useQuery(PeopleDocument, {
    variables: { first: PAGE_SIZE, ...(filter && { filter }) },
    fetchPolicy: 'cache-and-network',
  })
  const [loadingMore, setLoadingMore] = useState(false)
  const shown = (data ?? previousData)?.users
  const next = data?.users.pageInfo.hasNextPage ? data.users.pageInfo.endCursor : null
  return {
    /** Null until somebody is there to show. */
    people: shown?.edges.map(({ node }) => node) ?? null,
    total: shown?.totalCount ?? null,
    /** Whether what is shown is still that of the search before. */
    outdated: !data,
    error,
    retry: () => void refetch().catch(() => undefined),
    loadingMore,
    showMore: next === null ? null : () => void showMore(next),
  }

  async function showMore(after: string) {
    setLoadingMore(true)
    await fetchMore({ variables: { after } }).catch(() => undefined)
    setLoadingMore(false)
  }
}

export type PeopleList = ReturnType<typeof usePeople>
export type ListedPerson = NonNullable<PeopleList['people']>[number]

/** Locks a person out. The person stays in the list, marked: whoever did it sees what was done. */
export function useDeactivateUserMutation() {
  return useMutation(DeactivateUserDocument)
}

export function useReactivateUserMutation() {
  return useMutation(ReactivateUserDocument)
}

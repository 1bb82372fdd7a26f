import { RunSummary_RunFragmentDoc, type RunSummary_RunFragment } from '@/__generated__/graphql'
import { summarise, type RunSummary } from '@/features/run/history/run-summary'
import type { FragmentType } from '@apollo/client'
import { useFragment } from '@apollo/client/react'

/** What a run comes down to; null while the cache does not hold all of it. */
export function useRunSummary(run: FragmentType<RunSummary_RunFragment>): RunSummary | null {
  const { data, complete } = useFragment({ fragment: RunSummary_RunFragmentDoc, from: run })
  return complete ? summarise(data) : null
}

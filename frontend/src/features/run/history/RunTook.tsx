import { RunTook_RunFragmentDoc, type RunTook_RunFragment } from '@/__generated__/graphql'
import { isFinal, tookMs } from '@/features/run/history/run-summary'
import { useFormat } from '@/ui/use-format'
import { useNow } from '@/ui/use-now'
import type { FragmentType } from '@apollo/client'
import { useFragment } from '@apollo/client/react'

/** How long a run took, or has taken so far. */
export function RunTook({ run }: { run: FragmentType<RunTook_RunFragment> }) {
  const format = useFormat()
  const { data, complete } = useFragment({ fragment: RunTook_RunFragmentDoc, from: run })
  const now = useNow(1_000, complete && !isFinal(data.status))
  return <>{format.duration(complete ? tookMs(data, now) : null)}</>
}

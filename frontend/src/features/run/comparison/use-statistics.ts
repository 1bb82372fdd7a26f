import { RunStatisticsDocument, type RunStatisticsQuery } from '@/__generated__/graphql'
import { skipToken, useQuery } from '@apollo/client/react'
import { useEffect } from 'react'

const EVERY_MS = 2_000

export type RunStatistics = NonNullable<RunStatisticsQuery['run']>
export type Distribution = RunStatistics['statistics'][number]['distributions'][number]
export type Difference = RunStatistics['comparisons'][number]['differences'][number]

interface Wanted {
  runId: string | null
  /** The position of the lane that the others are compared with. */
  baseline: number
  /** How many answers in a row are to pass. */
  inARow: number
  ended: boolean
}

/** What a run's repeats tell, asked again while it goes on and once more when it has ended. Null until it is known. */
export function useStatistics({ runId, baseline, inARow, ended }: Wanted): RunStatistics | null {
  const { data, previousData, refetch } = useQuery(
    RunStatisticsDocument,
    runId === null
      ? skipToken
      : {
          variables: { id: runId, baseline, inARow },
          // Numbers without ids, which every answer changes.
          fetchPolicy: 'no-cache',
          pollInterval: ended ? 0 : EVERY_MS,
          skipPollAttempt: () => document.hidden,
          errorPolicy: 'ignore',
        },
  )
  useEffect(() => {
    if (ended && runId !== null) void refetch().catch(() => undefined)
  }, [ended, runId, refetch])
  const run = (data ?? previousData)?.run ?? null
  return run?.id === runId ? run : null
}

import { ServerMetricsDocument } from '@/__generated__/graphql'
import { useQuery } from '@apollo/client/react'
import { memo } from 'react'

const EVERY_MS = 2_000

interface MetricsPollsProps {
  /** Ids with a space between: a text, so that the frames of the race do not render this again. */
  serverIds: string
}

/** Asks each of these model servers for its metrics, again and again while it is shown and the page is in sight. */
export const MetricsPolls = memo(({ serverIds }: MetricsPollsProps) =>
  serverIds.split(' ').map((id) => id !== '' && <Poll key={id} id={id} />),
)
MetricsPolls.displayName = 'MetricsPolls'

function Poll({ id }: { id: string }) {
  useQuery(ServerMetricsDocument, {
    variables: { id },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'network-only',
    pollInterval: EVERY_MS,
    skipPollAttempt: () => document.hidden,
    errorPolicy: 'ignore',
  })
  return null
}

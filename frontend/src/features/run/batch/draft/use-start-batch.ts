import { StartBatchDocument, type StartBatchInput } from '@/__generated__/graphql'
import { laneProblems } from '@/features/run/batch/draft/batch-draft-problems'
import { batchInput } from '@/features/run/batch/draft/batch-input'
import type { BatchItems } from '@/features/run/batch/draft/use-batch-items'
import type { Item } from '@/features/run/batch/messages/items'
import type { Draft } from '@/features/run/composer/draft'
import { variableAt, type FieldPath } from '@/features/run/composer/draft-problems'
import { NO_TROUBLE, troubleIn, troubleOf, type Trouble } from '@/features/run/trouble'
import { failureOf } from '@/lib/graphql-error'
import { randomKey } from '@/lib/random-key'
import { useApolloClient, useMutation } from '@apollo/client/react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

/**
 * Starting a batch. Each start has a fresh key; only where no answer came does the next try of the same input repeat it, so
 * that a batch whose start was lost on the way back is not started twice.
 */
export function useStartBatch(draft: Draft, { source, items, mapping }: BatchItems) {
  const { t } = useTranslation('run')
  const { t: say } = useTranslation('batch')
  const navigate = useNavigate()
  const [trouble, setTrouble] = useState(NO_TROUBLE)
  const unanswered = useRef<StartBatchInput | null>(null)
  const client = useApolloClient()
  const [start, { loading }] = useMutation(StartBatchDocument, {
    // The cache would write many megabytes of messages down as the name of what they became.
    fetchPolicy: 'no-cache',
    onCompleted: () => {
      client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'batches' })
      client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'runs' })
    },
  })

  const refused = () => {
    const problems = Object.entries(laneProblems(draft, Object.keys(mapping.variables)))
    if (problems.length === 0) return false
    const words = problems.map(([path, problem]) => [path, t(`problem.${problem}`, { name: variableAt(path) ?? '' })])
    setTrouble(troubleIn(Object.fromEntries(words) as Record<FieldPath, string>, null))
    return true
  }

  return {
    trouble,
    clear: () => setTrouble(NO_TROUBLE),
    busy: loading,
    start: async () => {
      if (loading || refused()) return
      const input = keyed(batchInput(source.name, items, draft, randomKey()), unanswered.current)
      unanswered.current = input
      try {
        const { data } = await start({ variables: { input } })
        unanswered.current = null
        if (data) void navigate(`/batches/${data.startBatch.id}`)
      } catch (error) {
        if (failureOf(error).code !== 'UNREACHABLE') unanswered.current = null
        setTrouble(atLine(troubleOf(error, null), items, (number) => say('line.number', { number })))
      }
    },
  }
}

/** What the server says of a message, with the line where that was written. */
function atLine(trouble: Trouble, items: readonly Item[], name: (line: number) => string): Trouble {
  const { failure } = trouble
  const place = /^input\.items\[(\d+)\]/.exec(failure?.field ?? '')?.[1]
  const line = place === undefined ? undefined : items[Number(place)]?.line
  if (!failure || line === undefined) return trouble
  return { ...trouble, failure: { ...failure, message: `${name(line)}: ${failure.message}` } }
}

function keyed(input: StartBatchInput, unanswered: StartBatchInput | null): StartBatchInput {
  if (unanswered === null) return input
  const same = { ...input, idempotencyKey: unanswered.idempotencyKey ?? null }
  return JSON.stringify(same) === JSON.stringify(unanswered) ? same : input
}

import {
  CancelResultDocument,
  CancelRunDocument,
  RerunDocument,
  StartRunDocument,
  type StartRunInput,
} from '@/__generated__/graphql'
import type { Draft } from '@/features/run/composer/draft'
import { problemsOf, variableAt, type FieldPath } from '@/features/run/composer/draft-problems'
import { startInput } from '@/features/run/composer/start-input'
import { NO_TROUBLE, troubleIn, troubleOf, type Trouble } from '@/features/run/trouble'
import { randomKey } from '@/lib/random-key'
import { failureOf } from '@/lib/graphql-error'
import { useMutation } from '@apollo/client/react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

/**
 * Starting, stopping and running again. Each start has a fresh key; only where no answer came does the next try of the
 * same input repeat it, so that a run whose start was lost on the way back is not started twice.
 */
export function useRace(draft: Draft, becameRun: (runId: string) => void) {
  const { t } = useTranslation('run')
  const navigate = useNavigate()
  const [trouble, setTrouble] = useState(NO_TROUBLE)
  const [start, starting] = useMutation(StartRunDocument)
  const [rerun, rerunning] = useMutation(RerunDocument)
  const [cancelRun] = useMutation(CancelRunDocument)
  const [cancelResult] = useMutation(CancelResultDocument)

  const unanswered = useRef<StartRunInput | null>(null)

  const failed = (retry: Trouble['retry']) => (error: unknown) => setTrouble(troubleOf(error, retry))
  const show = (runId: string) => {
    setTrouble(NO_TROUBLE)
    becameRun(runId)
    void navigate(`/runs/${runId}`)
  }

  const race = {
    trouble,
    clear: () => setTrouble(NO_TROUBLE),
    busy: starting.loading || rerunning.loading,

    start: async () => {
      const problems = Object.entries(problemsOf(draft))
      if (problems.length > 0) {
        const words = problems.map(([path, problem]) => [
          path,
          t(`problem.${problem}`, { name: variableAt(path) ?? '' }),
        ])
        setTrouble(troubleIn(Object.fromEntries(words) as Record<FieldPath, string>, null))
        return
      }
      const input = keyed(startInput(draft, randomKey()), unanswered.current)
      unanswered.current = input
      try {
        const { data } = await start({ variables: { input } })
        unanswered.current = null
        if (data) show(data.startRun.id)
      } catch (error) {
        if (failureOf(error).code !== 'UNREACHABLE') unanswered.current = null
        failed(null)(error)
      }
    },

    rerun: (runId: string) =>
      rerun({ variables: { runId } }).then(
        ({ data }) => {
          setTrouble(NO_TROUBLE)
          if (data) void navigate(`/runs/${data.rerun.id}`)
        },
        failed(() => void race.rerun(runId)),
      ),

    stopAll: (runId: string): Promise<void> =>
      cancelRun({ variables: { runId } }).then(
        () => setTrouble(NO_TROUBLE),
        failed(() => void race.stopAll(runId)),
      ),

    /** Stops answers that have not ended. */
    stopResults: (ids: readonly string[]): Promise<void> =>
      Promise.all(ids.map((resultId) => cancelResult({ variables: { resultId } }))).then(
        () => undefined,
        failed(() => void race.stopResults(ids)),
      ),
  }
  return race
}

export type Race = ReturnType<typeof useRace>

function keyed(input: StartRunInput, unanswered: StartRunInput | null): StartRunInput {
  const same = unanswered && { ...input, idempotencyKey: unanswered.idempotencyKey }
  return same && JSON.stringify(same) === JSON.stringify(unanswered) ? same : input
}

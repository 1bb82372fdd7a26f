import { ask } from '@/playground/ask'
import type { Example, Variables } from '@/playground/example'
import followRun from '@/playground/examples/follow-run.graphql?raw'
import newestRuns from '@/playground/examples/newest-runs.graphql?raw'
import runResults from '@/playground/examples/run-results.graphql?raw'
import startComparison from '@/playground/examples/start-comparison.graphql?raw'
import stopRun from '@/playground/examples/stop-run.graphql?raw'
import type { Latest } from '@/playground/latest'

export const RUN_EXAMPLES: readonly Example[] = [
  {
    title: 'Start a run and watch it',
    text: 'Asks the simulated models at once, then follows every event to the end.',
    document: followRun,
    variables: startedRun,
  },
  {
    title: 'Start a run',
    text: 'One message to several models.',
    document: startComparison,
    variables: comparison,
  },
  {
    title: 'Watch the newest run',
    text: 'A snapshot, then what is still to come.',
    document: followRun,
    variables: (latest) => ({ runId: newestRun(latest) }),
  },
  {
    title: 'Read the newest run',
    text: 'Answers with timings, tokens and cost.',
    document: runResults,
    variables: (latest) => ({ id: newestRun(latest) }),
  },
  { title: 'List runs', text: 'Newest first, a page at a time.', document: newestRuns },
  {
    title: 'Cancel the newest run',
    text: 'Stops every answer that has not ended.',
    document: stopRun,
    variables: (latest) => ({ runId: newestRun(latest) }),
  },
]

function comparison({ modelIds }: Latest): Variables {
  if (modelIds.length === 0) throw new Error('There is no model yet: add one on the page Models.')
  return { input: { modelIds, userMessage: 'Why is the sky blue?', parameters: { temperature: 0.7 } } }
}

async function startedRun(latest: Latest): Promise<Variables> {
  const { startRun } = await ask<{ startRun: { id: string } }>(startComparison, comparison(latest))
  return { runId: startRun.id }
}

function newestRun({ runId }: Latest): string {
  if (runId === undefined) throw new Error('There is no run yet: start one first.')
  return runId
}

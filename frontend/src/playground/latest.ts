import { ask } from '@/playground/ask'
import document from '@/playground/examples/latest.graphql?raw'

/** What examples are filled with. What this server does not have is undefined. */
export interface Latest {
  modelIds: string[]
  runId?: string
  prompt?: { id: string; currentVersion: { number: number; content: string } }
}

interface Answer {
  models: { nodes: { id: string; isSimulated: boolean }[] }
  runs: { nodes: { id: string }[] }
  prompts: { nodes: Required<Latest>['prompt'][] }
}

/** The models to ask, which are simulated ones where there are any, and the newest run and prompt. */
export async function latest(): Promise<Latest> {
  const { models, runs, prompts } = await ask<Answer>(document)
  const simulated = models.nodes.filter((model) => model.isSimulated)
  const chosen = simulated.length > 0 ? simulated : models.nodes.slice(0, 1)
  return { modelIds: chosen.map(({ id }) => id), runId: runs.nodes[0]?.id, prompt: prompts.nodes[0] }
}

import type { LaneRecord, ResultRecord, RunRecord } from '@/features/run/live/run-state'

/** What a failed answer comes to, to send to whoever runs the model server. English, like a log. */
export function failureDetails(
  run: RunRecord,
  lane: LaneRecord,
  { error, timings, text, ...result }: ResultRecord,
): string {
  const { modelSnapshot: model } = lane
  return [
    `Assay run #${run.number} (${run.id}), result ${result.id}, iteration ${result.iteration}`,
    `Model: ${model.name} (${model.modelName}) at ${model.endpointUrl}`,
    `Error: ${error?.code ?? 'none'}: ${error?.message ?? ''}`,
    `Asked at ${run.startedAt ?? run.createdAt}; queued ${timings?.queuedMs ?? '–'} ms, failed after ${timings?.latencyMs ?? '–'} ms`,
    `Text so far: ${text.length} characters`,
  ].join('\n')
}

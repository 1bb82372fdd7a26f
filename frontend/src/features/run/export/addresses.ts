import type { RunFilter } from '@/__generated__/graphql'

export const FORMATS = [
  { ending: 'json', name: 'JSON' },
  { ending: 'csv', name: 'CSV' },
  { ending: 'md', name: 'Markdown' },
] as const

export type Ending = (typeof FORMATS)[number]['ending']

/** Where a run can be had as a file. */
export function runFile(runId: string, ending: Ending): string {
  return `/export/runs/${runId}.${ending}`
}

/** Where the runs of a batch can be had as one file. */
export function batchFile(batchId: string, ending: Ending): string {
  return `/export/batches/${batchId}.${ending}`
}

/** Where all runs that a filter lets through can be had as one file; the parameters are the filter's fields. */
export function runsFile(filter: RunFilter | null, ending: Ending): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(filter ?? {})) {
    for (const one of [value].flat() as (string | boolean | null)[]) {
      if (one !== null) params.append(name, String(one))
    }
  }
  const query = params.toString()
  return `/export/runs.${ending}${query && `?${query}`}`
}

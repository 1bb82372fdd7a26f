import type { ModelsQuery } from '@/__generated__/graphql'
import { hostOf } from '@/lib/host'

export type ListedModel = ModelsQuery['models']['edges'][number]['node']

interface Groupable {
  name: string
  server: { id: string; endpointUrl: string; isSimulated: boolean }
}

/** The models of one server. */
export interface ServerGroup<T extends Groupable = ListedModel> {
  server: T['server']
  /** The address without scheme and path. */
  host: string
  models: T[]
}

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Models by their server: servers by host, simulated ones last; models by name. */
export function groupByServer<T extends Groupable>(models: readonly T[]): ServerGroup<T>[] {
  const groups = new Map<string, ServerGroup<T>>()
  for (const model of models) {
    const { server } = model
    const group = groups.get(server.id)
    if (group) group.models.push(model)
    else groups.set(server.id, { server, host: hostOf(server.endpointUrl), models: [model] })
  }
  for (const group of groups.values()) group.models.sort((a, b) => byName.compare(a.name, b.name))
  return [...groups.values()].sort(
    (a, b) => Number(a.server.isSimulated) - Number(b.server.isSimulated) || byName.compare(a.host, b.host),
  )
}

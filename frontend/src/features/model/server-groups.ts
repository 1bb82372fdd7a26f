import type { ModelsQuery, Protocol } from '@/__generated__/graphql'

export type ListedModel = ModelsQuery['models']['edges'][number]['node']

/** The models of one server: one address and protocol. */
export interface ServerGroup<T> {
  endpointUrl: string
  protocol: Protocol
  /** The address without scheme and path. */
  host: string
  hasApiKey: boolean
  /** Whether every model here is simulated. */
  isSimulated: boolean
  models: T[]
}

type Groupable = Pick<ListedModel, 'name' | 'endpointUrl' | 'protocol' | 'hasApiKey' | 'isSimulated'>

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Models by their server: servers by host, simulated ones last; models by name. */
export function groupByServer<T extends Groupable>(models: readonly T[]): ServerGroup<T>[] {
  const groups = new Map<string, ServerGroup<T>>()
  for (const model of models) {
    const { endpointUrl, protocol } = model
    const key = `${protocol} ${endpointUrl}`
    const group = groups.get(key)
    if (group) group.models.push(model)
    else
      groups.set(key, {
        endpointUrl,
        protocol,
        host: hostOf(endpointUrl),
        hasApiKey: false,
        isSimulated: false,
        models: [model],
      })
  }
  for (const group of groups.values()) {
    group.hasApiKey = group.models.some((model) => model.hasApiKey)
    group.isSimulated = group.models.every((model) => model.isSimulated)
    group.models.sort((a, b) => byName.compare(a.name, b.name))
  }
  return [...groups.values()].sort(
    (a, b) => Number(a.isSimulated) - Number(b.isSimulated) || byName.compare(a.host, b.host),
  )
}

function hostOf(endpointUrl: string): string {
  return URL.canParse(endpointUrl) ? new URL(endpointUrl).host : endpointUrl
}

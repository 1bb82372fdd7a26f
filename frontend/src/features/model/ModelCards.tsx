import { ModelCard } from '@/features/model/ModelCard'
import type { ModelListProps } from '@/features/model/ModelTable'
import { ServerHead } from '@/features/model/ServerHead'

/** The list on a phone. */
export function ModelCards({ servers, onEdit, onAdd }: ModelListProps) {
  return (
    <div className="-mx-(--gutter)">
      {servers.map((server) => (
        <section key={`${server.protocol} ${server.endpointUrl}`} className="border-t border-line-strong pt-3">
          <div className="px-(--gutter) pb-1">
            <ServerHead server={server} onAdd={onAdd} />
          </div>
          <ul>
            {server.models.map((model) => (
              <ModelCard key={model.id} model={model} simulatedServer={server.isSimulated} onEdit={onEdit} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

import { ModelCard } from '@/features/model/ModelCard'
import type { ModelListProps } from '@/features/model/ModelTable'
import { ServerHead } from '@/features/model/ServerHead'

/** The list on a phone. */
export function ModelCards({ groups, onEdit, onAdd }: ModelListProps) {
  return (
    <div className="-mx-(--gutter)">
      {groups.map((group) => (
        <section key={group.server.id} className="border-t border-line-strong pt-3">
          <div className="px-(--gutter) pb-1">
            <ServerHead narrow group={group} onAdd={onAdd} />
          </div>
          <ul>
            {group.models.map((model) => (
              <ModelCard key={model.id} model={model} simulatedServer={group.server.isSimulated} onEdit={onEdit} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

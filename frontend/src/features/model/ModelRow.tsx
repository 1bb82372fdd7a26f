import { ModelRow_ModelFragmentDoc, type ModelRow_ModelFragment } from '@/__generated__/graphql'
import type { EditModel } from '@/features/model/edited-model'
import { LastUsed } from '@/features/model/LastUsed'
import { ModelMenu } from '@/features/model/ModelMenu'
import { ModelName } from '@/features/model/ModelName'
import { ModelSwitch } from '@/features/model/ModelSwitch'
import { formatPrices } from '@/features/model/prices'
import { NONE } from '@/lib/format'
import { Cell } from '@/ui/Table'
import { useFormat } from '@/ui/use-format'
import type { FragmentType } from '@apollo/client'
import { useFragment } from '@apollo/client/react'

interface ModelRowProps {
  model: FragmentType<ModelRow_ModelFragment>
  /** Whether the server above says already that all its models are simulated. */
  simulatedServer: boolean
  onEdit: EditModel
}

/** A model in one line. All of it opens the form. */
export function ModelRow({ model, simulatedServer, onEdit }: ModelRowProps) {
  const format = useFormat()
  const { data, complete } = useFragment({
    fragment: ModelRow_ModelFragmentDoc,
    fragmentName: 'ModelRow_model',
    from: model,
  })
  if (!complete) return null
  const { metadata } = data
  return (
    <tr className="relative hover:bg-hover/60">
      <Cell className="pl-4">
        <ModelName model={data} simulatedServer={simulatedServer} onEdit={() => onEdit(data)} />
      </Cell>
      <Cell>
        <code className="text-small text-ink-2" translate="no">
          {data.modelName}
        </code>
      </Cell>
      <Cell className="text-ink-2">{metadata.type ?? NONE}</Cell>
      <Cell end>{format.count(metadata.contextLength)}</Cell>
      <Cell end>{format.count(metadata.maxTokens)}</Cell>
      <Cell end>{formatPrices(metadata)}</Cell>
      <Cell end className="text-ink-2">
        <LastUsed at={data.lastUsedAt} />
      </Cell>
      <Cell end className="py-1">
        <ModelSwitch model={data} />
      </Cell>
      <Cell end className="py-1">
        <ModelMenu model={data} onEdit={() => onEdit(data)} />
      </Cell>
    </tr>
  )
}

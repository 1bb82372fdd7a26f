import { ModelRow_ModelFragmentDoc, type ModelRow_ModelFragment } from '@/__generated__/graphql'
import type { EditModel } from '@/features/model/edited-model'
import { ModelMenu } from '@/features/model/ModelMenu'
import { ModelName } from '@/features/model/ModelName'
import { ModelSwitch } from '@/features/model/ModelSwitch'
import { formatPrices } from '@/features/model/prices'
import { useAgo } from '@/ui/use-ago'
import { useFormat } from '@/ui/use-format'
import type { FragmentType } from '@apollo/client'
import { useFragment } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'

interface ModelCardProps {
  model: FragmentType<ModelRow_ModelFragment>
  simulatedServer: boolean
  onEdit: EditModel
}

/** A model on a phone: what is known of it stands under its name, and what is not is left out. */
export function ModelCard({ model, simulatedServer, onEdit }: ModelCardProps) {
  const { t } = useTranslation('model')
  const format = useFormat()
  const ago = useAgo()
  const { data, complete } = useFragment({
    fragment: ModelRow_ModelFragmentDoc,
    fragmentName: 'ModelRow_model',
    from: model,
  })
  if (!complete) return null
  const { type, contextLength, maxTokens, inputPricePerMillion, outputPricePerMillion } = data.metadata
  const priced = inputPricePerMillion !== null || outputPricePerMillion !== null
  const facts = [
    type,
    contextLength !== null && t('fact.context', { tokens: format.count(contextLength) }),
    maxTokens !== null && t('fact.maxTokens', { tokens: format.count(maxTokens) }),
    data.lastUsedAt !== null && t('fact.lastUsed', { ago: ago(data.lastUsedAt) }),
    priced && t('fact.prices', { prices: formatPrices(data.metadata) }),
  ].filter((fact) => typeof fact === 'string')
  return (
    <li className="relative flex items-center gap-2 border-b border-line px-(--gutter) py-[9px] last:border-b-0 active:bg-hover">
      <div className="min-w-0 grow">
        <ModelName model={data} simulatedServer={simulatedServer} onEdit={() => onEdit(data)} />
        <code className="block truncate text-small text-ink-2" translate="no">
          {data.modelName}
        </code>
        {facts.length > 0 && (
          <p className="mt-0.5 flex flex-wrap gap-x-3 text-small text-ink-3 tabular-nums">
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </p>
        )}
      </div>
      <ModelSwitch model={data} />
      <ModelMenu model={data} onEdit={() => onEdit(data)} />
    </li>
  )
}

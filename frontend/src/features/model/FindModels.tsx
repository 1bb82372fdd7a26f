import type { OfferedList_ModelFragment } from '@/__generated__/graphql'
import type { KnownServer } from '@/features/model/edited-model'
import type { ModelValues } from '@/features/model/model-form'
import { OfferedList } from '@/features/model/OfferedList'
import { useDiscovery } from '@/features/model/use-discovery'
import { Button } from '@/ui/Button'
import { FieldError } from '@/ui/Field'
import { Search } from 'lucide-react'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

interface FindModelsProps {
  known: KnownServer | null
  chosen: readonly OfferedList_ModelFragment[]
  onChoose: (chosen: readonly OfferedList_ModelFragment[]) => void
}

/** Finds what the server offers, to choose from instead of typing. */
export function FindModels({ known, chosen, onChoose }: FindModelsProps) {
  const { t } = useTranslation('model')
  const { discover, loading, found, refusal } = useDiscovery(known)
  const [endpointUrl, protocol] = useWatch<ModelValues, ['endpointUrl', 'protocol']>({
    name: ['endpointUrl', 'protocol'],
  })
  // Another address is another server: what this one offers says nothing of it.
  const offered = found?.endpointUrl === endpointUrl.trim() && found.protocol === protocol ? found.offered : null
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-3">
        <Button
          disabled={loading}
          onClick={() => {
            onChoose([])
            void discover()
          }}
        >
          <Search aria-hidden className="size-3.5" />
          {t('find.action')}
        </Button>
        <span role="status" className="text-small text-ink-3 tabular-nums">
          {loading ? t('find.asking') : offered ? t('find.found', { count: offered.length }) : t('find.hint')}
        </span>
      </div>
      {refusal && <FieldError>{refusal}</FieldError>}
      {offered && offered.length > 0 && <OfferedList offered={offered} chosen={chosen} onChoose={onChoose} />}
    </div>
  )
}

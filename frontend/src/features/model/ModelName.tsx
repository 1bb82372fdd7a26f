import type { ModelRow_ModelFragment } from '@/__generated__/graphql'
import { excerpt } from '@/lib/excerpt'
import { Badge } from '@/ui/Badge'
import { Tooltip } from '@/ui/Tooltip'
import { StickyNote } from 'lucide-react'
import { useTranslation } from 'react-i18next'

interface ModelNameProps {
  model: Pick<ModelRow_ModelFragment, 'name' | 'isSimulated' | 'metadata'>
  simulatedServer: boolean
  onEdit: () => void
}

/** What people call a model, as the button that opens it, with the marks that concern it alone. */
export function ModelName({ model, simulatedServer, onEdit }: ModelNameProps) {
  const { t } = useTranslation('model')
  const { notes } = model.metadata
  return (
    <span className="flex min-w-0 items-center gap-2">
      <button
        type="button"
        onClick={onEdit}
        translate="no"
        className="min-w-0 truncate rounded-s text-left font-semibold outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
      >
        {model.name}
      </button>
      {model.isSimulated && !simulatedServer && <Badge>{t('simulated')}</Badge>}
      {notes && (
        <Tooltip text={excerpt(notes, 300)}>
          <button
            type="button"
            aria-label={t('notesOf', { name: model.name })}
            className="relative z-1 cursor-help rounded-s text-ink-3"
          >
            <StickyNote aria-hidden className="size-3.5" />
          </button>
        </Tooltip>
      )}
    </span>
  )
}

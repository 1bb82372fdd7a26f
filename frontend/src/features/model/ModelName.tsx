import type { ModelRow_ModelFragment } from '@/__generated__/graphql'
import { excerpt } from '@/lib/excerpt'
import { cn } from '@/lib/cn'
import { Badge } from '@/ui/Badge'
import { Tooltip } from '@/ui/Tooltip'
import { StickyNote } from 'lucide-react'
import { useTranslation } from 'react-i18next'

interface ModelNameProps {
  model: Pick<ModelRow_ModelFragment, 'name' | 'isSimulated' | 'isActive' | 'canChange' | 'health' | 'metadata'>
  simulatedServer: boolean
  onEdit: () => void
}

/** What people call a model, as the button that opens it for who may change it, with the marks that concern it alone. */
export function ModelName({ model, simulatedServer, onEdit }: ModelNameProps) {
  const { t } = useTranslation('model')
  const { name, isActive, canChange, health } = model
  const { notes } = model.metadata
  const looks = cn('min-w-0 truncate text-left font-semibold', !isActive && 'text-ink-3')
  return (
    <span className="flex min-w-0 items-center gap-2">
      {canChange ? (
        <button
          type="button"
          onClick={onEdit}
          translate="no"
          className={cn(
            looks,
            'rounded-s outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent',
          )}
        >
          {name}
        </button>
      ) : (
        <span translate="no" className={looks}>
          {name}
        </span>
      )}
      {model.isSimulated && !simulatedServer && <Badge>{t('simulated')}</Badge>}
      {!isActive && <Badge>{t('active.off')}</Badge>}
      {health.isOffered === false && (
        <Tooltip text={health.message ?? t('health.notOfferedHint')}>
          <button type="button" className="relative z-1 flex cursor-help rounded-full">
            <Badge tone="warn">{t('health.notOffered')}</Badge>
          </button>
        </Tooltip>
      )}
      {notes && (
        <Tooltip text={excerpt(notes, 300)}>
          <button
            type="button"
            aria-label={t('notesOf', { name })}
            className="relative z-1 cursor-help rounded-s text-ink-3"
          >
            <StickyNote aria-hidden className="size-3.5" />
          </button>
        </Tooltip>
      )}
    </span>
  )
}

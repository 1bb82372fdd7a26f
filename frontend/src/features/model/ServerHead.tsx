import type { ServerGroup } from '@/features/model/server-groups'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { KeyRound, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'

interface ServerHeadProps {
  server: Omit<ServerGroup<unknown>, 'models'>
  onAdd: (endpointUrl: string) => void
}

/** A model server over its models: where it is, what it speaks, and whether its key is stored. */
export function ServerHead({ server, onAdd }: ServerHeadProps) {
  const { t } = useTranslation('model')
  const { host, endpointUrl, protocol, hasApiKey, isSimulated } = server
  return (
    <div className="flex items-center gap-3">
      <div className="min-w-0 grow">
        <h2 className="flex flex-wrap items-center gap-x-2">
          <span className="text-section font-semibold tracking-[-0.005em]" translate="no">
            {host}
          </span>
          {isSimulated && <Badge>{t('simulated')}</Badge>}
          <span className="text-small font-normal text-ink-3">{t(`protocol.${protocol}`)}</span>
          {!isSimulated && (
            <span className="flex items-center gap-1 text-small font-normal text-ink-3">
              {hasApiKey && <KeyRound aria-hidden className="size-3" />}
              {hasApiKey ? t('key.stored') : t('key.none')}
            </span>
          )}
        </h2>
        <code className="block truncate text-small text-ink-3" translate="no">
          {endpointUrl}
        </code>
      </div>
      <Button look="quiet" size="small" aria-label={t('addAt', { host })} onClick={() => onAdd(endpointUrl)}>
        <Plus aria-hidden className="size-3.5" />
        <span className="phone:sr-only">{t('addHere')}</span>
      </Button>
    </div>
  )
}

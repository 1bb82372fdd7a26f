import { ServerHead_ServerFragmentDoc, type ServerHead_ServerFragment } from '@/__generated__/graphql'
import type { AddModel } from '@/features/model/edited-model'
import type { ServerGroup } from '@/features/model/server-groups'
import { HealthDot, ServerHealth } from '@/features/model/ServerHealth'
import { ServerKey } from '@/features/model/ServerKey'
import { ServerLoad } from '@/features/model/ServerLoad'
import { ServerMenu } from '@/features/model/ServerMenu'
import { cn } from '@/lib/cn'
import { Badge } from '@/ui/Badge'
import { useFormat } from '@/ui/use-format'
import { useFragment } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'

interface ServerHeadProps {
  group: ServerGroup
  /** Whether what the server does stands under its name instead of beside it. */
  narrow?: boolean
  onAdd: AddModel
}

/** A model server over its models: where it is, whether it is there, what it does, and what all its models share. */
export function ServerHead({ group, narrow = false, onAdd }: ServerHeadProps) {
  const { data, complete } = useFragment({
    fragment: ServerHead_ServerFragmentDoc,
    fragmentName: 'ServerHead_server',
    from: group.server,
  })
  if (!complete) return null
  return (
    <>
      <div className="flex items-start gap-4">
        <ServerName server={data} host={group.host} />
        {!narrow && <ServerFacts server={data} className="grid-cols-[11rem_10rem]" />}
        <ServerMenu server={data} host={group.host} modelId={group.models[0]?.id ?? ''} onAdd={onAdd} />
      </div>
      {narrow && <ServerFacts server={data} className="mt-1 grid-cols-2 pl-4" />}
      <ServerTrouble server={data} />
    </>
  )
}

interface ServerProps {
  server: ServerHead_ServerFragment
}

function ServerName({ server, host }: ServerProps & { host: string }) {
  const { t } = useTranslation('model')
  const { endpointUrl, protocol, isSimulated, health, maintenance } = server
  return (
    <div className="min-w-0 grow">
      <h2 className="relative flex flex-wrap items-center gap-x-2 pl-4">
        <HealthDot status={health.status} maintained={maintenance !== null} />
        <span className="text-section font-semibold tracking-[-0.005em]" translate="no">
          {host}
        </span>
        {isSimulated && <Badge>{t('simulated')}</Badge>}
        <span className="text-small font-normal text-ink-3">{t(`protocol.${protocol}`)}</span>
        {maintenance && <Badge tone="warn">{t('maintenance.badge')}</Badge>}
      </h2>
      <div className="flex min-w-0 flex-wrap gap-x-3 pl-4 text-small text-ink-3">
        <code className="max-w-full truncate" translate="no">
          {endpointUrl}
        </code>
        {!isSimulated && <ServerKey server={server} />}
      </div>
    </div>
  )
}

function ServerFacts({ server, className }: ServerProps & { className: string }) {
  return (
    <div className={cn('grid gap-x-4 text-small tabular-nums', className)}>
      <ServerHealth health={server.health} />
      <ServerLoad load={server.load} />
    </div>
  )
}

/** Why it should not be asked, or does not answer, and what to do about it. */
function ServerTrouble({ server: { health, maintenance } }: ServerProps) {
  const { t } = useTranslation('model')
  const format = useFormat()
  return (
    <div className="pl-4 text-small prose-wrap">
      {maintenance && (
        <p className="text-warn">
          {t('maintenance.since', { time: format.minute(maintenance.since) })}
          {maintenance.message && `: ${maintenance.message}`}
        </p>
      )}
      {health.status === 'DOWN' && health.message && <p className="text-bad">{health.message}</p>}
    </div>
  )
}

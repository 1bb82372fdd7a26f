import type { ServerHead_ServerFragment } from '@/__generated__/graphql'
import type { AddModel } from '@/features/model/edited-model'
import { ServerDialog, type ServerTask } from '@/features/model/ServerDialog'
import { useCheckHealth } from '@/features/model/use-check-health'
import { useUpdateServer } from '@/features/model/use-update-server'
import { Button } from '@/ui/Button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/ui/Menu'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface ServerMenuProps {
  server: ServerHead_ServerFragment
  host: string
  /** One of its models: a server is checked by any of them. */
  modelId: string
  onAdd: AddModel
}

/** What can be done with a server. Everybody may look; who owns it, and administrators, may change it. */
export function ServerMenu({ server, host, modelId, onAdd }: ServerMenuProps) {
  const { t } = useTranslation('model')
  const check = useCheckHealth()
  const { update } = useUpdateServer()
  const [task, setTask] = useState<ServerTask | null>(null)
  const { canChange, hasApiKey, maintenance, isSimulated } = server
  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <Button look="quiet" size="small-icon" aria-label={t('server.menu', { host })}>
            <Ellipsis aria-hidden className="size-4" />
          </Button>
        </MenuTrigger>
        <MenuContent>
          <MenuItem onSelect={() => check({ id: modelId, name: host })}>{t('health.check')}</MenuItem>
          <MenuItem disabled={!canChange} onSelect={() => onAdd(server)}>
            {t('addHere')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem disabled={!canChange || isSimulated} onSelect={() => setTask('key')}>
            {hasApiKey ? t('server.replaceKey') : t('server.addKey')}
          </MenuItem>
          {hasApiKey && (
            <MenuItem disabled={!canChange} onSelect={() => setTask('removeKey')}>
              {t('server.removeKey')}
            </MenuItem>
          )}
          <MenuItem disabled={!canChange} onSelect={() => setTask('limit')}>
            {t('server.limit')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem disabled={!canChange} onSelect={() => setTask('maintenance')}>
            {maintenance ? t('maintenance.change') : t('maintenance.begin')}
          </MenuItem>
          {maintenance && (
            <MenuItem disabled={!canChange} onSelect={() => update({ maintenance: null }, server.id)}>
              {t('maintenance.end')}
            </MenuItem>
          )}
        </MenuContent>
      </Menu>
      <ServerDialog task={task} server={server} host={host} onClose={() => setTask(null)} />
    </>
  )
}

import type { PromptRecord } from '@/features/prompt/editor/use-save'
import type { ShowView } from '@/features/prompt/use-prompt-view'
import { runsLink, testLink } from '@/features/prompt/versions/links'
import type { VersionActions } from '@/features/prompt/versions/use-version-actions'
import type { TimelineVersion } from '@/features/prompt/versions/use-versions'
import { VersionCode } from '@/features/prompt/versions/VersionCode'
import { Button } from '@/ui/Button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/ui/Menu'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

interface VersionMenuProps {
  prompt: PromptRecord
  version: TimelineVersion
  actions: VersionActions
  show: ShowView
  onLabels: () => void
}

/** What can be done with a version. */
export function VersionMenu({ prompt, version, actions, show, onLabels }: VersionMenuProps) {
  const { t } = useTranslation('prompt')
  const { id, number } = version
  const [coded, setCoded] = useState(false)
  const newest = prompt.currentVersion.number
  const load = async () => {
    if (await actions.load(number)) show({ kind: 'edit' })
  }
  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <Button look="quiet" size="small-icon" aria-label={t('versions.menu', { number })}>
            <Ellipsis aria-hidden className="size-4" />
          </Button>
        </MenuTrigger>
        <MenuContent>
          <MenuItem asChild>
            <Link to={testLink(prompt.id, number)}>{t('test.open')}</Link>
          </MenuItem>
          <MenuItem onSelect={onLabels}>{t('labels.action')}</MenuItem>
          <MenuItem asChild>
            <Link to={runsLink(prompt.id, id)}>{t('usage.show')}</Link>
          </MenuItem>
          <MenuItem onSelect={() => setCoded(true)}>{t('code.action')}</MenuItem>
          <MenuSeparator />
          {number !== newest && (
            <MenuItem onSelect={() => show({ kind: 'compare', from: number, to: newest, split: true })}>
              {t('versions.compareNewest', { number: newest })}
            </MenuItem>
          )}
          <MenuItem onSelect={() => void load()}>{t('load.action')}</MenuItem>
          <MenuItem disabled={number === newest} onSelect={() => void actions.rollBack(number)}>
            {t('rollback.action', { number })}
          </MenuItem>
        </MenuContent>
      </Menu>
      <VersionCode promptId={prompt.id} number={number} open={coded} onOpenChange={setCoded} />
    </>
  )
}

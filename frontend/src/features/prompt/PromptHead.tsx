import { DetailsDialog } from '@/features/prompt/editor/DetailsDialog'
import type { PromptRecord } from '@/features/prompt/editor/use-save'
import { StarButton } from '@/features/prompt/StarButton'
import { Tags } from '@/features/prompt/Tags'
import { usePromptActions } from '@/features/prompt/use-prompt-actions'
import { useStar } from '@/features/prompt/use-star'
import { LabelHistoryDialog } from '@/features/prompt/versions/LabelHistoryDialog'
import { testLink } from '@/features/prompt/versions/links'
import { Button } from '@/ui/Button'
import { DocumentTitle } from '@/ui/DocumentTitle'
import { Kbd } from '@/ui/Kbd'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/ui/Menu'
import { useHotkey } from '@/ui/use-hotkey'
import { Ellipsis, Pencil, Play } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'

const DETAILS_KEY = 'E'
const TEST_KEY = 'T'

/** What the prompt is, and what can be done with it. */
export function PromptHead({ prompt }: { prompt: PromptRecord }) {
  const { t } = useTranslation('prompt')
  const navigate = useNavigate()
  const star = useStar()
  const [dialog, setDialog] = useState<'details' | 'labels' | null>(null)
  const { number } = prompt.currentVersion
  const test = testLink(prompt.id, number)
  useHotkey('s', () => star(prompt))
  useHotkey(DETAILS_KEY, () => setDialog('details'))
  useHotkey(TEST_KEY, () => void navigate(test))
  return (
    <header className="flex flex-wrap items-start gap-x-4 gap-y-2 px-(--gutter) pt-5 pb-4 phone:pt-3 phone:pb-3">
      <DocumentTitle title={prompt.name} />
      <div className="flex min-w-60 flex-1 items-start gap-1 phone:basis-full">
        <StarButton prompt={prompt} className="-ml-1 phone:-mt-1" />
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <h1 className="text-title leading-6 font-semibold tracking-[-0.015em] wrap-anywhere">{prompt.name}</h1>
            <Tags tags={prompt.tags} />
          </div>
          {prompt.description && <p className="mt-1 max-w-3xl prose-wrap text-ink-2">{prompt.description}</p>}
        </div>
      </div>
      <div className="flex items-center gap-2">
        <PromptHeadMenu prompt={prompt} onLabels={() => setDialog('labels')} />
        <Button aria-keyshortcuts={DETAILS_KEY} onClick={() => setDialog('details')}>
          <Pencil aria-hidden className="size-3.5" />
          {t('details.action')}
          <Kbd>{DETAILS_KEY}</Kbd>
        </Button>
        <Button asChild look="primary">
          <Link to={test} aria-keyshortcuts={TEST_KEY}>
            <Play aria-hidden className="size-3 fill-current" />
            {t('test.version', { number })}
            <Kbd>{TEST_KEY}</Kbd>
          </Link>
        </Button>
      </div>
      <DetailsDialog prompt={prompt} open={dialog === 'details'} onOpenChange={(open) => !open && setDialog(null)} />
      <LabelHistoryDialog
        prompt={prompt}
        open={dialog === 'labels'}
        onOpenChange={(open) => !open && setDialog(null)}
      />
    </header>
  )
}

function PromptHeadMenu({ prompt, onLabels }: { prompt: PromptRecord; onLabels: () => void }) {
  const { t } = useTranslation('prompt')
  const navigate = useNavigate()
  const { duplicate, exportAll, remove } = usePromptActions()
  const copy = async () => {
    const made = await duplicate(prompt)
    if (made) void navigate(`/prompts/${made.id}`)
  }
  const removeAndLeave = () => {
    remove(prompt)
    void navigate('/prompts')
  }
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button look="quiet" size="icon" aria-label={t('menu', { name: prompt.name })}>
          <Ellipsis aria-hidden className="size-4" />
        </Button>
      </MenuTrigger>
      <MenuContent>
        <MenuItem onSelect={onLabels}>{t('labels.history')}</MenuItem>
        <MenuItem onSelect={() => void copy()}>{t('duplicate.action')}</MenuItem>
        <MenuItem onSelect={() => void exportAll([prompt])}>{t('export.action')}</MenuItem>
        <MenuSeparator />
        <MenuItem className="text-bad" onSelect={removeAndLeave}>
          {t('remove.action')}
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}

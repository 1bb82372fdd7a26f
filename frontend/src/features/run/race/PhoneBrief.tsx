import type { Draft } from '@/features/run/composer/draft'
import { LIMITS, parseNumber, parseSeed } from '@/features/run/composer/parameter-text'
import type { RunFeed } from '@/features/run/live/run-feed'
import { useFeed } from '@/features/run/live/use-run-feed'
import { TallyWords } from '@/features/run/race/RaceFacts'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { useFormat } from '@/ui/use-format'
import { SlidersHorizontal } from 'lucide-react'
import { useTranslation } from 'react-i18next'

interface PhoneBriefProps {
  draft: Draft
  feed: RunFeed
  running: boolean
  onEdit: () => void
}

/** On a phone, while answers are read: what was asked, in three lines. */
export function PhoneBrief({ draft, feed, running, onEdit }: PhoneBriefProps) {
  const { t } = useTranslation('run')
  const number = useFeed(feed, (view) => view.state?.run.number)
  return (
    <div className="shrink-0 border-b border-line px-4 py-2">
      <div className="flex items-center gap-2">
        <h1 className="font-semibold tabular-nums">{t('race.number', { number })}</h1>
        <Badge tone={running ? 'accent' : 'plain'} className="min-w-0 shrink">
          <span className="truncate">
            <TallyWords feed={feed} />
          </span>
        </Badge>
        <span className="grow" />
        <Button size="small" onClick={onEdit}>
          <SlidersHorizontal aria-hidden className="size-3.5" />
          {t('race.edit')}
        </Button>
      </div>
      <p className="truncate">{draft.message}</p>
      <p className="truncate text-small text-ink-3 tabular-nums">
        <Parameters draft={draft} />
      </p>
    </div>
  )
}

function Parameters({ draft }: { draft: Draft }) {
  const { t } = useTranslation('run')
  const format = useFormat()
  const shown = (['temperature', 'topP', 'maxTokens'] as const).map((name) => {
    const value = parseNumber(name, draft.parameters[name])
    return value === null ? null : `${t(`parameters.${name}`)} ${format.decimal(value, LIMITS[name].digits)}`
  })
  const seed = parseSeed(draft.parameters.seed)
  const template = draft.template && `${draft.template.name} v${draft.template.number}`
  return [template, ...shown, seed && `${t('parameters.seed')} ${seed}`].filter(Boolean).join(', ')
}

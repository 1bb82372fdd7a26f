import type { OfferedList_ModelFragment } from '@/__generated__/graphql'
import { matchWords } from '@/lib/match-words'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Input } from '@/ui/Input'
import { useFormat } from '@/ui/use-format'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

type Offered = OfferedList_ModelFragment

interface OfferedListProps {
  offered: readonly Offered[]
  chosen: readonly Offered[]
  onChoose: (chosen: readonly Offered[]) => void
}

/** A list so short is seen at once. */
const SEARCH_FROM = 9
/** The most that are added at once. */
const MOST = 100

/** What a server offers: one fills the form, several are added in one go. Those that are registered are marked. */
export function OfferedList({ offered, chosen, onChoose }: OfferedListProps) {
  const { t } = useTranslation('model')
  const [typed, setTyped] = useState('')
  const shown = offered.filter(({ modelName, name }) => matchWords(typed, name, [modelName]) > 0)
  const open = shown.filter(({ model }) => model === null).slice(0, MOST)
  const allChosen = open.length > 0 && open.every((one) => chosen.includes(one))
  const toggle = (one: Offered) =>
    onChoose(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one])
  return (
    <div className="rounded-m border border-line-strong">
      {(offered.length >= SEARCH_FROM || open.length > 1) && (
        <div className="flex items-center gap-2 border-b border-line p-1.5">
          {offered.length >= SEARCH_FROM && (
            <Input
              type="search"
              aria-label={t('find.search')}
              placeholder={t('find.search')}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              // Enter in it narrows, it does not send the form.
              onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            />
          )}
          <span className="grow" />
          {open.length > 1 && (
            <Button size="small" look="quiet" onClick={() => onChoose(allChosen ? [] : open)}>
              {allChosen ? t('find.none') : t('find.all', { count: open.length })}
            </Button>
          )}
        </div>
      )}
      <ul aria-label={t('find.list')} tabIndex={0} className="max-h-60 overflow-y-auto p-1">
        {shown.length === 0 && <li className="px-2 py-1 text-ink-3">{t('find.noMatch')}</li>}
        {shown.map((one) => (
          <OfferedLine key={one.modelName} offered={one} chosen={chosen.includes(one)} onToggle={() => toggle(one)} />
        ))}
      </ul>
    </div>
  )
}

interface OfferedLineProps {
  offered: Offered
  chosen: boolean
  onToggle: () => void
}

function OfferedLine({ offered, chosen, onToggle }: OfferedLineProps) {
  const { t } = useTranslation('model')
  const format = useFormat()
  const { modelName, name, contextLength, model } = offered
  return (
    <li>
      <label className="flex min-h-7 items-center gap-2 rounded-s px-1.5 hover:bg-hover has-focus-visible:bg-hover phone:min-h-9">
        <input
          type="checkbox"
          checked={chosen || model !== null}
          disabled={model !== null}
          onChange={onToggle}
          className="size-3.5 shrink-0 accent-accent-fill"
        />
        <span className="flex min-w-0 grow items-baseline gap-2" translate="no">
          <code className="truncate text-small">{modelName}</code>
          {name !== modelName && <span className="truncate text-small text-ink-3">{name}</span>}
        </span>
        {model && <Badge>{t('find.registered')}</Badge>}
        {contextLength !== null && (
          <span className="shrink-0 text-small text-ink-3 tabular-nums">
            {t('find.context', { tokens: format.count(contextLength) })}
          </span>
        )}
      </label>
    </li>
  )
}

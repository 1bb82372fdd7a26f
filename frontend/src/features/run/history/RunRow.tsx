import { RunRow_RunFragmentDoc, type RunRow_RunFragment, type RunSummary_RunFragment } from '@/__generated__/graphql'
import { RunLanes } from '@/features/run/history/RunLanes'
import { runLinkId } from '@/features/run/history/run-link'
import { PassBadge } from '@/features/run/history/PassBadge'
import type { RowActions } from '@/features/run/history/row-actions'
import { RunRowMenu } from '@/features/run/history/RunRowMenu'
import { RunTook } from '@/features/run/history/RunTook'
import { StandingMark } from '@/features/run/history/StandingMark'
import { useRunSummary } from '@/features/run/history/use-run-summary'
import { excerpt } from '@/lib/excerpt'
import { cn } from '@/lib/cn'
import { IconButton } from '@/ui/IconButton'
import { Kbd } from '@/ui/Kbd'
import { Cell } from '@/ui/Table'
import { useFormat } from '@/ui/use-format'
import type { FragmentType } from '@apollo/client'
import { useFragment } from '@apollo/client/react'
import { RotateCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

const RERUN_KEY = 'R'

interface RunRowProps {
  run: FragmentType<RunRow_RunFragment> & FragmentType<RunSummary_RunFragment>
  /** How many lanes to name. */
  named: number
  /** Whether the cursor stands here. */
  current: boolean
  onFocus: (id: string) => void
  actions: RowActions
  /** Whether to say whose it is. */
  withOwner: boolean
}

/** A run in one line. All of it is a link to the run. */
export function RunRow({ run, named, current, onFocus, actions, withOwner }: RunRowProps) {
  const { t } = useTranslation('history')
  const format = useFormat()
  const { data, complete } = useFragment({ fragment: RunRow_RunFragmentDoc, fragmentName: 'RunRow_run', from: run })
  const summary = useRunSummary(run)
  if (!complete || !summary) return null
  const chosen = actions.isChosen(data.id)
  const quiet = current ? '' : 'opacity-0 group-hover:opacity-100 focus-visible:opacity-100 aria-expanded:opacity-100'
  return (
    <tr
      aria-current={current || undefined}
      className={cn(
        'group relative',
        current ? 'bg-accent-soft shadow-[inset_2px_0_var(--accent)]' : 'hover:bg-hover/60',
      )}
    >
      <Cell className="pl-3">
        <input
          type="checkbox"
          aria-label={t('selection.one', { number: data.number })}
          checked={chosen}
          onChange={() => actions.onChoose(data.id)}
          className="relative z-1 block size-3.5 accent-accent-fill"
        />
      </Cell>
      <Cell className="text-ink-2">{data.number}</Cell>
      <Cell>
        <StandingMark summary={summary} />
      </Cell>
      <Cell>
        <span className="flex items-center gap-1">
          <Link
            id={runLinkId(data.id)}
            to={`/runs/${data.id}`}
            onFocus={() => onFocus(data.id)}
            className="min-w-0 grow truncate outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
          >
            {excerpt(data.userMessage)}
          </Link>
          {withOwner && data.owner && <span className="shrink-0 text-small text-ink-3">{data.owner.name}</span>}
          <PassBadge summary={summary} />
          <IconButton
            small
            label={t('rerun.exactly', { number: data.number })}
            hint={<Kbd framed>{RERUN_KEY}</Kbd>}
            onClick={() => actions.onRerun(data.id)}
            className={cn('relative z-1 -my-1', quiet)}
          >
            <RotateCw aria-hidden className="size-3.5" />
          </IconButton>
          <RunRowMenu run={data} actions={actions} className={cn('relative z-1 -my-1', quiet)} />
        </span>
      </Cell>
      <Cell>
        <RunLanes run={data} named={named} />
      </Cell>
      <Cell end>{format.millis(summary.bestTtftMs)}</Cell>
      <Cell end>{format.count(summary.tokens)}</Cell>
      <Cell end>{format.cost(summary.cost)}</Cell>
      <Cell end>
        <RunTook run={data} />
      </Cell>
      <Cell end className="pr-3 last:pr-3">
        <time dateTime={data.createdAt}>{format.time(data.createdAt)}</time>
      </Cell>
    </tr>
  )
}

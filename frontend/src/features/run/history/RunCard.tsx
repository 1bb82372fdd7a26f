import { RunCard_RunFragmentDoc, type RunCard_RunFragment, type RunSummary_RunFragment } from '@/__generated__/graphql'
import { RunLaneTicks } from '@/features/run/history/RunLanes'
import { runLinkId } from '@/features/run/history/run-link'
import { PassBadge } from '@/features/run/history/PassBadge'
import type { RowActions } from '@/features/run/history/row-actions'
import { RunRowMenu } from '@/features/run/history/RunRowMenu'
import { RunTook } from '@/features/run/history/RunTook'
import { StandingMark } from '@/features/run/history/StandingMark'
import { useRunSummary } from '@/features/run/history/use-run-summary'
import { cn } from '@/lib/cn'
import { excerpt } from '@/lib/excerpt'
import { useFormat } from '@/ui/use-format'
import type { FragmentType } from '@apollo/client'
import { useFragment } from '@apollo/client/react'
import { Link } from 'react-router'

interface RunCardProps {
  run: FragmentType<RunCard_RunFragment> & FragmentType<RunSummary_RunFragment>
  /** Whether the cursor stands here. */
  current: boolean
  onFocus: (id: string) => void
  actions: RowActions
  withOwner: boolean
}

/** A run on a phone: the message, and under it what matters most. */
export function RunCard({ run, current, onFocus, actions, withOwner }: RunCardProps) {
  const format = useFormat()
  const { data, complete } = useFragment({ fragment: RunCard_RunFragmentDoc, fragmentName: 'RunCard_run', from: run })
  const summary = useRunSummary(run)
  if (!complete || !summary) return null
  return (
    <li className={cn('relative border-b border-line', actions.isChosen(data.id) && 'bg-accent-soft')}>
      <Link
        id={runLinkId(data.id)}
        to={`/runs/${data.id}`}
        aria-current={current || undefined}
        onFocus={() => onFocus(data.id)}
        className={cn(
          'block px-(--gutter) py-[9px] -outline-offset-2 active:bg-hover',
          current && 'wide:bg-accent-soft',
        )}
      >
        <span className="mb-0.5 line-clamp-2 pr-7 prose-wrap">{excerpt(data.userMessage)}</span>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-small text-ink-2 tabular-nums">
          <StandingMark summary={summary} />
          <span>{`#${data.number}`}</span>
          <RunLaneTicks run={data} />
          <PassBadge summary={summary} />
          {withOwner && data.owner && <span className="text-ink-3">{data.owner.name}</span>}
          <span className="ml-auto inline-flex gap-2 whitespace-nowrap">
            <RunTook run={data} />
            <time dateTime={data.createdAt} className="text-ink-3">
              {format.time(data.createdAt)}
            </time>
          </span>
        </span>
      </Link>
      <RunRowMenu run={data} actions={actions} className="absolute top-1 right-1" />
    </li>
  )
}

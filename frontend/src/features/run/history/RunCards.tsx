import { DayHeading } from '@/features/run/history/DayHeading'
import { RunCard } from '@/features/run/history/RunCard'
import type { RunListProps } from '@/features/run/history/RunTable'

/** The list where the columns do not fit. */
export function RunCards({ days, cursor, onCursor, actions, withOwner }: RunListProps) {
  return (
    <div className="-mx-(--gutter) mt-1">
      {days.map(({ day, items, count }) => (
        <section key={day}>
          <h2 className="px-(--gutter) pt-3.5 pb-1">
            <DayHeading day={day} count={count} />
          </h2>
          <ul>
            {items.map((run) => (
              <RunCard
                key={run.id}
                run={run}
                current={run.id === cursor}
                onFocus={onCursor}
                actions={actions}
                withOwner={withOwner}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

import type { LineProblem } from '@/features/run/batch/messages/items'
import { StatusMark } from '@/ui/StatusMark'
import { useFormat } from '@/ui/use-format'
import { useTranslation } from 'react-i18next'

const MOST_SHOWN = 20

interface BadLinesProps {
  problems: readonly LineProblem[]
  leavesOut: boolean
  onLeaveOut: (leavesOut: boolean) => void
}

/** The lines that cannot be asked, each with the reason. Only who says so leaves them out. */
export function BadLines({ problems, leavesOut, onLeaveOut }: BadLinesProps) {
  const { t } = useTranslation('batch')
  const format = useFormat()
  const count = problems.length
  const more = count - MOST_SHOWN
  return (
    <section aria-labelledby="bad-lines" className="mt-4 rounded-m bg-warn-soft px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 id="bad-lines" className="flex items-center gap-2 font-semibold text-warn">
          <StatusMark kind="warning" />
          {t('line.title', { count, text: format.count(count) })}
        </h2>
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            checked={leavesOut}
            onChange={(event) => onLeaveOut(event.target.checked)}
            className="size-3.5 accent-accent-fill"
          />
          {t('line.leaveOut', { count })}
        </label>
      </div>
      <ul className="mt-1 max-h-48 overflow-y-auto text-small text-ink-2 tabular-nums">
        {problems.slice(0, MOST_SHOWN).map(({ line, problem, name }) => (
          <li key={line}>
            <b className="font-semibold text-ink">{t('line.number', { number: format.count(line) })}</b>{' '}
            {t(`line.${problem}`, { name: name ?? '' })}
          </li>
        ))}
        {more > 0 && <li>{t('line.more', { count: more, text: format.count(more) })}</li>}
      </ul>
    </section>
  )
}

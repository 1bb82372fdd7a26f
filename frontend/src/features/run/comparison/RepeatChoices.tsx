import type { RunRecord } from '@/features/run/live/run-state'
import { laneLetter } from '@/lib/lane'
import { Select } from '@/ui/Select'
import { useTranslation } from 'react-i18next'

/** Which lane the others are compared with, and how many answers in a row are to pass. */
export interface RepeatChoice {
  baseline: number
  inARow: number
}

interface RepeatChoicesProps {
  run: RunRecord
  choice: RepeatChoice
  onChange: (choice: RepeatChoice) => void
}

const MOST_IN_A_ROW = 10

export function RepeatChoices({ run, choice, onChange }: RepeatChoicesProps) {
  const { t } = useTranslation('run')
  const rows = Array.from({ length: Math.min(run.iterations, MOST_IN_A_ROW) }, (_, place) => place + 1)
  return (
    <>
      {run.check && (
        <label className="flex items-center gap-2 text-small text-ink-2">
          {t('pass.inARow')}
          <Select
            value={choice.inARow}
            onChange={({ target }) => onChange({ ...choice, inARow: Number(target.value) })}
            className="w-16"
          >
            {rows.map((count) => (
              <option key={count}>{count}</option>
            ))}
          </Select>
        </label>
      )}
      {run.lanes.length > 1 && (
        <label className="flex min-w-0 items-center gap-2 text-small text-ink-2">
          {t('verdict.chosen')}
          <Select
            value={choice.baseline}
            onChange={({ target }) => onChange({ ...choice, baseline: Number(target.value) })}
            className="max-w-56"
          >
            {run.lanes.map(({ position, modelSnapshot }) => (
              <option key={position} value={position}>
                {`${laneLetter(position)} ${modelSnapshot.name}`}
              </option>
            ))}
          </Select>
        </label>
      )}
    </>
  )
}

import type { Draft } from '@/features/run/composer/draft'
import { problemsOf } from '@/features/run/composer/draft-problems'
import type { DraftAction } from '@/features/run/composer/draft-reducer'
import { ParameterRow } from '@/features/run/composer/ParameterRow'
import { ParametersHead } from '@/features/run/composer/ParametersHead'
import { COMMON_PARAMETERS, MORE_PARAMETERS, type ParameterText } from '@/features/run/composer/parameter-text'
import type { Trouble } from '@/features/run/trouble'
import { cn } from '@/lib/cn'
import { Button } from '@/ui/Button'
import { FieldError } from '@/ui/Field'
import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface ParametersPanelProps {
  draft: Draft
  fields: Trouble['fields']
  edit: (action: DraftAction) => void
}

/** Shared values at the left, a column for each lane: an empty cell is shared, a tinted one differs. */
export function ParametersPanel({ draft, fields, edit }: ParametersPanelProps) {
  const { t } = useTranslation('run')
  const id = useId()
  const rare = countRare(draft)
  const [chosen, setChosen] = useState<boolean | null>(null)
  // What is set has to be seen, until somebody folds it away.
  const open = chosen ?? rare > 0
  const names = open ? [...COMMON_PARAMETERS, ...MORE_PARAMETERS] : COMMON_PARAMETERS
  return (
    <div className="flex min-w-0 flex-col pt-2 pb-1.5">
      <div
        id={id}
        className={cn('min-h-0 overflow-x-auto px-4', open && 'max-h-[38vh] overflow-y-auto phone:max-h-none')}
      >
        <table className="w-full border-collapse">
          <ParametersHead lanes={draft.lanes} />
          <tbody>
            {names.map((name) => (
              <ParameterRow key={name} name={name} draft={draft} fields={fields} edit={edit} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="flex min-h-7 items-center gap-3 px-4 phone:flex-wrap">
        <Button
          look="quiet"
          size="small"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setChosen(!open)}
          className="-ml-2 gap-1"
        >
          <ChevronRight aria-hidden className={cn('size-3.5', open && '-rotate-90')} />
          {open ? t('parameters.fewer') : t('parameters.more')}
          {!open && rare > 0 && (
            <span className="text-ink-3 tabular-nums">{t('parameters.moreSet', { count: rare })}</span>
          )}
        </Button>
        <FirstProblem draft={draft} fields={fields} />
      </div>
    </div>
  )
}

/** What is wrong stands where nothing moves for it. */
function FirstProblem({ draft, fields }: Omit<ParametersPanelProps, 'edit'>) {
  const { t } = useTranslation('run')
  const told = Object.entries(fields).find(([path]) => path.includes('parameters.'))?.[1]
  const typed = Object.entries(problemsOf(draft)).find(([path]) => path.includes('parameters.'))?.[1]
  const words = told ?? (typed && t(`problem.${typed}`))
  if (words === undefined) return null
  return (
    <span title={words} className="min-w-0 grow [&_span]:truncate phone:[&_span]:whitespace-normal">
      <FieldError>{words}</FieldError>
    </span>
  )
}

function countRare({ parameters, lanes }: Draft): number {
  const set = (text: ParameterText) => MORE_PARAMETERS.filter((name) => (text[name] ?? '').trim() !== '').length
  return lanes.reduce((sum, lane) => sum + set(lane.parameters), set(parameters))
}

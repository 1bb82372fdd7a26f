import { Fold } from '@/features/prompt/editor/Fold'
import type { Problems } from '@/features/prompt/editor/problems'
import type { Turn } from '@/features/prompt/editor/prompt-draft'
import { Button } from '@/ui/Button'
import { FieldError } from '@/ui/Field'
import { IconButton } from '@/ui/IconButton'
import { Textarea } from '@/ui/Textarea'
import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'

const MAX_TURNS = 20

interface ExampleTurnsProps {
  turns: readonly Turn[]
  problem: Problems['turns']
  onChange: (turns: Turn[]) => void
}

/** What the model is shown between the system prompt and the message. */
export function ExampleTurns({ turns, problem, onChange }: ExampleTurnsProps) {
  const { t } = useTranslation('prompt')
  const set = (place: number, change: Partial<Turn>) =>
    onChange(turns.map((turn, at) => (at === place ? { ...turn, ...change } : turn)))
  return (
    <Fold title={t('turns.title')} aside={turns.length || t('none')} open={turns.length > 0}>
      <p className="mb-2 text-small prose-wrap text-ink-3">{t('turns.text')}</p>
      <ol className="flex flex-col gap-3">
        {turns.map((turn, place) => (
          <li
            key={place}
            className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] gap-2 phone:grid-cols-[minmax(0,1fr)_auto]"
          >
            {(['user', 'assistant'] as const).map((side) => (
              <div key={side} className="flex flex-col gap-0.5 phone:col-start-1">
                <span aria-hidden className="text-label text-ink-3">
                  {t(`turns.${side}`)}
                </span>
                <Textarea
                  aria-label={t(`turns.${side}Of`, { number: place + 1 })}
                  rows={3}
                  value={turn[side]}
                  onChange={(event) => set(place, { [side]: event.target.value })}
                />
              </div>
            ))}
            <IconButton
              small
              label={t('turns.remove', { number: place + 1 })}
              onClick={() => onChange(turns.filter((_, at) => at !== place))}
              className="mt-4.5 phone:col-start-2 phone:row-start-1"
            >
              <Trash2 aria-hidden className="size-3.5" />
            </IconButton>
          </li>
        ))}
      </ol>
      <div className="mt-2 flex items-center gap-3">
        <Button
          size="small"
          disabled={turns.length >= MAX_TURNS}
          onClick={() => onChange([...turns, { user: '', assistant: '' }])}
        >
          <Plus aria-hidden className="size-3.5" />
          {t('turns.add')}
        </Button>
        {problem && <FieldError>{t(`problem.turns.${problem}`)}</FieldError>}
      </div>
    </Fold>
  )
}

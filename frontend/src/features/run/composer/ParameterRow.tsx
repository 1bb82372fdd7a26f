import type { Draft } from '@/features/run/composer/draft'
import type { DraftAction } from '@/features/run/composer/draft-reducer'
import { ParameterInput } from '@/features/run/composer/ParameterInput'
import { LIMITS, parseNumber, type ParameterName } from '@/features/run/composer/parameter-text'
import type { Trouble } from '@/features/run/trouble'
import { cn } from '@/lib/cn'
import { NONE } from '@/lib/format'
import { laneLetter } from '@/lib/lane'
import { Slider } from '@/ui/Slider'
import { Tooltip } from '@/ui/Tooltip'
import { useFormat } from '@/ui/use-format'
import { useTranslation } from 'react-i18next'

const SHARED = '·'

/** Where the slider goes, and where it rests while nothing is set. The box takes more than the slider reaches. */
const SLIDERS = {
  temperature: { min: 0, max: 2, step: 0.05, rest: 1 },
  topP: { min: 0.05, max: 1, step: 0.05, rest: 1 },
  maxTokens: { min: 64, max: 4_096, step: 64, rest: 1_024 },
} as const

interface ParameterRowProps {
  name: ParameterName
  draft: Draft
  fields: Trouble['fields']
  edit: (action: DraftAction) => void
}

export function ParameterRow({ name, draft, fields, edit }: ParameterRowProps) {
  const { t } = useTranslation('run')
  const label = t(`parameters.${name}`)
  const shared = draft.parameters[name] ?? ''
  const slides = name in SLIDERS
  return (
    <tr>
      <th scope="row" className="w-[88px] pr-2 text-left font-normal whitespace-nowrap text-ink-2 phone:w-auto">
        <Tooltip text={t(`parameters.${name}Hint`)} side="top">
          <span tabIndex={-1}>{label}</span>
        </Tooltip>
      </th>
      {slides && (
        <td className="min-w-20 pr-1 phone:min-w-14">
          <ParameterSlider name={name as keyof typeof SLIDERS} label={label} text={shared} edit={edit} />
        </td>
      )}
      <td
        colSpan={slides ? 1 : 2}
        className={cn('h-7 pr-2.5 phone:pr-1 [@media(max-height:860px)]:h-[25px]', slides && 'w-[72px] phone:w-[76px]')}
      >
        <ParameterInput
          name={name}
          label={t('parameters.shared', { parameter: label })}
          text={shared}
          placeholder={NONE}
          error={fields[`input.parameters.${name}`]}
          onChange={(text) => edit({ type: 'shared', name, text })}
          className="min-w-16 px-1.5 text-right font-medium"
        />
      </td>
      {draft.lanes.map((lane, index) => {
        const own = lane.parameters[name] ?? ''
        return (
          <td key={lane.slot} className={cn('border-l border-line p-0', own.trim() !== '' && 'bg-accent-soft')}>
            <ParameterInput
              name={name}
              label={t('parameters.own', { parameter: label, letter: laneLetter(lane.slot) })}
              text={own}
              placeholder={SHARED}
              error={fields[`input.lanes[${index}].parameters.${name}`]}
              onChange={(text) => edit({ type: 'own', slot: lane.slot, name, text })}
              className="px-0.5 text-center font-semibold"
            />
          </td>
        )
      })}
    </tr>
  )
}

interface ParameterSliderProps {
  name: keyof typeof SLIDERS
  label: string
  text: string
  edit: (action: DraftAction) => void
}

function ParameterSlider({ name, label, text, edit }: ParameterSliderProps) {
  const { t } = useTranslation('run')
  const format = useFormat()
  const value = parseNumber(name, text)
  const set = value !== null && !Number.isNaN(value)
  return (
    <Slider
      {...SLIDERS[name]}
      label={t('parameters.slider', { parameter: label })}
      value={set ? value : null}
      valueText={set ? format.decimal(value, LIMITS[name].digits) : t('parameters.unset')}
      onChange={(next) => edit({ type: 'shared', name, text: next.toFixed(LIMITS[name].digits) })}
    />
  )
}

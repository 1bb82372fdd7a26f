import type { Draft } from '@/features/run/composer/draft'
import type { DraftAction } from '@/features/run/composer/draft-reducer'
import { ParameterControl } from '@/features/run/composer/ParameterControl'
import { ParameterSlider, slides } from '@/features/run/composer/ParameterSlider'
import type { ParameterName } from '@/features/run/composer/parameter-text'
import type { Trouble } from '@/features/run/trouble'
import { cn } from '@/lib/cn'
import { NONE } from '@/lib/format'
import { laneLetter } from '@/lib/lane'
import { Tooltip } from '@/ui/Tooltip'
import { useTranslation } from 'react-i18next'

const SHARED = '·'

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
  const sliding = slides(name)
  return (
    <tr>
      <th scope="row" className="w-[88px] pr-2 text-left font-normal whitespace-nowrap text-ink-2 phone:w-auto">
        <Tooltip text={t(`parameters.${name}Hint`)} side="top">
          <span tabIndex={-1}>{label}</span>
        </Tooltip>
      </th>
      {sliding && (
        <td className="min-w-20 pr-1 phone:min-w-14">
          <ParameterSlider name={name} label={label} text={shared} edit={edit} />
        </td>
      )}
      <td
        colSpan={sliding ? 1 : 2}
        className={cn(
          'h-7 pr-2.5 phone:pr-1 [@media(max-height:860px)]:h-[25px]',
          sliding && 'w-[72px] phone:w-[76px]',
        )}
      >
        <ParameterControl
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
            <ParameterControl
              name={name}
              label={t('parameters.own', { parameter: label, letter: laneLetter(lane.slot) })}
              text={own}
              brief
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

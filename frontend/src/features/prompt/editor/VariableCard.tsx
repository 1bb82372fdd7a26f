import type { VariableInfo } from '@/features/prompt/editor/prompt-draft'
import type { VariableProblem } from '@/features/prompt/editor/problems'
import { VARIABLE_TYPES, type VariableType } from '@/lib/variables'
import { FieldError } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { Select } from '@/ui/Select'
import { PLACE } from '@/ui/TemplateText'
import { Textarea } from '@/ui/Textarea'
import { cn } from '@/lib/cn'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface VariableCardProps {
  name: string
  info: VariableInfo
  problem: VariableProblem | undefined
  onChange: (change: Partial<VariableInfo>) => void
}

/** What is known of a variable: its type, its default, what can be chosen, and what it means. */
export function VariableCard({ name, info, problem, onChange }: VariableCardProps) {
  const { t } = useTranslation('prompt')
  const id = useId()
  const { type, description, defaultValue, options } = info
  const ofDefault = problem !== undefined && problem !== 'optionsMissing'
  const named = (key: 'type' | 'default' | 'options' | 'description') => t(`variables.of.${key}`, { name })
  const Default = type === 'LONG_TEXT' ? Textarea : Input
  return (
    <li className="flex flex-col gap-1.5 rounded-m border border-line p-2">
      <div className="flex items-center gap-2">
        <code className={cn('min-w-0 truncate px-1 text-small', PLACE)} title={name} translate="no">
          {name}
        </code>
        <span className="grow" />
        <Select
          aria-label={named('type')}
          value={type}
          onChange={(event) => onChange({ type: event.target.value as VariableType })}
          className="w-28 shrink-0"
        >
          {VARIABLE_TYPES.map((one) => (
            <option key={one} value={one}>
              {t(`variables.type.${one}`)}
            </option>
          ))}
        </Select>
      </div>
      {type === 'CHOICE' && (
        <Line name={t('variables.line.options')}>
          <Textarea
            aria-label={named('options')}
            aria-invalid={problem === 'optionsMissing'}
            aria-describedby={id}
            placeholder={t('variables.options')}
            rows={3}
            value={options}
            onChange={(event) => onChange({ options: event.target.value })}
          />
        </Line>
      )}
      <Line name={t('variables.line.default')}>
        <Default
          aria-label={named('default')}
          aria-invalid={ofDefault}
          aria-describedby={id}
          placeholder={t('variables.default')}
          value={defaultValue}
          onChange={(event) => onChange({ defaultValue: event.target.value })}
        />
      </Line>
      <Line name={t('variables.line.description')}>
        <Input
          aria-label={named('description')}
          placeholder={t('variables.description')}
          maxLength={500}
          value={description}
          onChange={(event) => onChange({ description: event.target.value })}
        />
      </Line>
      <div id={id}>{problem && <FieldError>{t(`problem.variable.${problem}`)}</FieldError>}</div>
    </li>
  )
}

/** A control with its name before it; a screen reader has the longer name of the control itself. */
function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[56px_minmax(0,1fr)] items-start gap-2">
      <span aria-hidden className="text-small leading-7 text-ink-3 phone:leading-9">
        {name}
      </span>
      {children}
    </div>
  )
}

import { cn } from '@/lib/cn'
import type { PromptVariable } from '@/lib/variables'
import { FieldError } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { Select } from '@/ui/Select'
import { Textarea } from '@/ui/Textarea'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

interface VariableFieldsProps {
  variables: readonly PromptVariable[]
  values: Readonly<Record<string, string>>
  /** What is wrong, in words, by the variable's name. */
  errors?: Readonly<Record<string, string | undefined>>
  onChange: (name: string, value: string) => void
  className?: string
}

/** A field for each variable of a prompt, of the kind that its type asks for. */
export function VariableFields({ variables, values, errors = {}, onChange, className }: VariableFieldsProps) {
  return (
    <div className={cn('grid grid-cols-[repeat(auto-fill,minmax(180px,1fr))] gap-2', className)}>
      {variables.map((variable) => (
        <VariableField
          key={variable.name}
          variable={variable}
          value={values[variable.name] ?? ''}
          error={errors[variable.name]}
          onChange={(value) => onChange(variable.name, value)}
        />
      ))}
    </div>
  )
}

interface VariableFieldProps {
  variable: PromptVariable
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

function VariableField({ variable, value, error, onChange }: VariableFieldProps) {
  const { name, type, description } = variable
  const id = useId()
  const described = [error && `${id}-error`, description && `${id}-hint`].filter(Boolean).join(' ') || undefined
  const ties = { id, 'aria-invalid': error !== undefined, 'aria-describedby': described }
  return (
    <div className={cn('flex min-w-0 flex-col gap-0.5', type === 'LONG_TEXT' && 'col-span-full')}>
      <label htmlFor={id} className="truncate font-mono text-label text-variable" translate="no" title={description}>
        {name}
      </label>
      <ValueInput variable={variable} value={value} ties={ties} onChange={onChange} />
      {description && (
        <span id={`${id}-hint`} className="sr-only">
          {description}
        </span>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  )
}

interface ValueInputProps {
  variable: PromptVariable
  value: string
  ties: { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined }
  onChange: (value: string) => void
}

function ValueInput({ variable, value, ties, onChange }: ValueInputProps) {
  const { t } = useTranslation('ui')
  const { type, defaultValue, options } = variable
  // Nothing typed is the default, which therefore stands there.
  const placeholder = defaultValue ?? t('variable.required')
  if (type === 'CHOICE') {
    return (
      <Select {...ties} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">
          {defaultValue === null ? t('variable.choose') : t('variable.default', { value: defaultValue })}
        </option>
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </Select>
    )
  }
  if (type === 'LONG_TEXT') {
    return (
      <Textarea
        {...ties}
        rows={3}
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  }
  return (
    <Input
      {...ties}
      inputMode={type === 'NUMBER' ? 'decimal' : 'text'}
      autoComplete="off"
      value={value}
      placeholder={placeholder}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

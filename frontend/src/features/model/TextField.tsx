import type { ModelValues } from '@/features/model/model-form'
import { useProblem } from '@/features/model/use-problem'
import { cn } from '@/lib/cn'
import { Field } from '@/ui/Field'
import { Input } from '@/ui/Input'
import type { ComponentProps } from 'react'
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

interface TextFieldProps {
  field: Exclude<keyof ModelValues, 'keyAction' | 'apiKey' | 'endpointUrl' | 'protocol'>
  hint?: string
  inputMode?: ComponentProps<'input'>['inputMode']
  /** For names that machines use. */
  mono?: boolean
  /** Whether the form begins here. */
  autoFocus?: boolean
  onLeave?: () => void
}

/** One line of the form. */
export function TextField({ field, hint, inputMode, mono, autoFocus = false, onLeave }: TextFieldProps) {
  const { t } = useTranslation('model')
  const { register } = useFormContext<ModelValues>()
  return (
    <Field label={t(`field.${field}`)} hint={hint} error={useProblem(field)}>
      {(ties) => (
        <Input
          {...ties}
          {...register(field, { onBlur: onLeave })}
          data-autofocus={autoFocus}
          inputMode={inputMode}
          autoComplete="off"
          spellCheck={false}
          className={cn(mono && 'font-mono text-small [font-variant-ligatures:none]', inputMode && 'tabular-nums')}
        />
      )}
    </Field>
  )
}

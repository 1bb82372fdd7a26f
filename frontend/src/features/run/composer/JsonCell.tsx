import { JsonEditor } from '@/features/run/composer/JsonEditor'
import { CONTROL, type ParameterControlProps } from '@/features/run/composer/ParameterInput'
import { JSON_LIMITS, type JsonName } from '@/features/run/composer/parameter-text'
import { readObject } from '@/features/run/composer/json-text'
import { cn } from '@/lib/cn'
import { Popover, PopoverContent, PopoverTrigger } from '@/ui/Popover'
import { useTranslation } from 'react-i18next'

type JsonCellProps = ParameterControlProps & { name: JsonName }

/** A parameter that is a JSON object: in the grid how many fields it has, in the box that opens its text. */
export function JsonCell({ name, label, text, placeholder, error, onChange, className }: JsonCellProps) {
  const { t } = useTranslation('run')
  const reading = readObject(text, JSON_LIMITS[name])
  const fields = 'problem' in reading ? null : Object.keys(reading.value ?? {}).length
  const unset = text.trim() === ''
  return (
    <Popover>
      <PopoverTrigger asChild>
        <button
          type="button"
          aria-label={`${label}: ${unset ? t('json.unset') : fields === null ? t('json.wrong') : t('json.fields', { count: fields })}`}
          aria-invalid={error !== undefined}
          title={error}
          className={cn(
            CONTROL,
            'block truncate font-mono text-small',
            unset && 'font-sans text-base text-ink-3',
            className,
          )}
        >
          {unset ? placeholder : `{${fields ?? '?'}}`}
        </button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label={label} className="w-[440px] max-w-[calc(100vw-16px)] p-3">
        <JsonEditor name={name} label={label} text={text} reading={reading} refusal={error} onChange={onChange} />
      </PopoverContent>
    </Popover>
  )
}

import { CONTROL, type ParameterControlProps } from '@/features/run/composer/ParameterInput'
import { EFFORTS } from '@/features/run/composer/parameter-text'
import { cn } from '@/lib/cn'
import { useTranslation } from 'react-i18next'

/** How much a reasoning model thinks. The browser's own choice lies unseen over its short word, which fits a lane's column. */
export function EffortSelect({
  label,
  text,
  placeholder,
  error,
  brief = false,
  onChange,
  className,
}: ParameterControlProps) {
  const { t } = useTranslation('run')
  const chosen = EFFORTS.find((effort) => effort === text)
  return (
    <span
      title={error}
      className={cn(
        CONTROL,
        'relative block leading-[22px] has-focus-visible:outline-2 has-focus-visible:outline-accent phone:leading-[30px]',
        chosen === undefined && 'text-ink-3',
        className,
      )}
    >
      <span aria-hidden className="block truncate">
        {chosen === undefined ? placeholder : t(brief ? `effort.short.${chosen}` : `effort.${chosen}`)}
      </span>
      <select
        aria-label={label}
        aria-invalid={error !== undefined}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        className="absolute inset-0 w-full cursor-pointer opacity-0"
      >
        <option value="">{t('effort.unset')}</option>
        {EFFORTS.map((effort) => (
          <option key={effort} value={effort}>
            {t(`effort.${effort}`)}
          </option>
        ))}
      </select>
    </span>
  )
}

import { LIFETIMES, type NewTokenValues } from '@/features/identity/profile/new-token'
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

/** After how many days the token stops working. */
export function LifetimeField() {
  const { t } = useTranslation('identity')
  const { register } = useFormContext<NewTokenValues>()
  return (
    <fieldset>
      <legend className="mb-1 text-small font-medium text-ink-2">{t('newToken.lifetime')}</legend>
      <div className="grid grid-cols-4 rounded-m border border-line-control">
        {LIFETIMES.map((days) => (
          <label
            key={days}
            className="grid h-7 place-items-center border-l border-line-control tabular-nums first:rounded-l-[5px] first:border-l-0 last:rounded-r-[5px] has-checked:bg-accent-soft has-checked:font-medium has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent phone:h-9"
          >
            <input {...register('days')} type="radio" value={days} className="sr-only" />
            {t('newToken.days', { count: days })}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

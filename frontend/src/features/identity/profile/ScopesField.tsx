import { SCOPES, type NewTokenValues } from '@/features/identity/profile/new-token'
import { FieldError } from '@/ui/Field'
import { useId } from 'react'
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

/** What the token may, each with what that means. */
export function ScopesField({ error }: { error: string | undefined }) {
  const { t } = useTranslation('identity')
  const { register } = useFormContext<NewTokenValues>()
  const id = useId()
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1 text-small font-medium text-ink-2">{t('newToken.scopes')}</legend>
      <div className="flex flex-col">
        {SCOPES.map((scope) => (
          <div key={scope} className="flex items-start gap-2.5 py-1">
            <input
              {...register('scopes')}
              id={`${id}-${scope}`}
              type="checkbox"
              value={scope}
              aria-describedby={`${id}-${scope}-text`}
              className="mt-[3px] size-3.5 shrink-0 accent-accent-fill"
            />
            <div className="min-w-0 prose-wrap">
              <label htmlFor={`${id}-${scope}`} className="block font-medium">
                {t(`scope.${scope}.name`)}
              </label>
              <p id={`${id}-${scope}-text`} className="text-small text-ink-3">
                {t(`scope.${scope}.text`)}
              </p>
            </div>
          </div>
        ))}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  )
}

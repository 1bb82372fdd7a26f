import { chooseLanguage, LANGUAGES } from '@/app/i18n'
import { useTranslation } from 'react-i18next'

/** The other languages, each named in itself. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('app')
  return (
    <span role="group" aria-label={t('settings.language')} className="flex gap-3">
      {LANGUAGES.filter(([language]) => language !== i18n.language).map(([language, name]) => (
        <button
          key={language}
          type="button"
          lang={language}
          translate="no"
          onClick={() => chooseLanguage(language)}
          className="rounded-s text-accent hover:underline phone:py-2"
        >
          {name}
        </button>
      ))}
    </span>
  )
}

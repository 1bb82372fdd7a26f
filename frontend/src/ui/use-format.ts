import { formatFor, type Format } from '@/lib/format'
import { useTranslation } from 'react-i18next'

/** Numbers and times in the page's language. */
export function useFormat(): Format {
  const { i18n } = useTranslation()
  return formatFor(i18n.language)
}

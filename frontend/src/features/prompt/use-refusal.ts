import { failureOf } from '@/lib/graphql-error'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'

/** Says that something did not happen, and why. */
export function useRefusal(): (title: string) => (error: unknown) => void {
  const { t } = useTranslation('prompt')
  return (title) => (error) => void toast.error(title, { description: failureOf(error).message || t('unreachable') })
}

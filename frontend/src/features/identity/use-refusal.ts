import { failureOf } from '@/lib/graphql-error'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'

/** Says in a toast that something was not done, and why. */
export function useRefusal(): (title: string) => (error: unknown) => void {
  const { t } = useTranslation('identity')
  return (title) => (error) => {
    const { code, message } = failureOf(error)
    // The dialog about the end of the session says it already.
    if (code === 'UNAUTHENTICATED') return
    toast.error(title, { description: message || t('unreachable.text') })
  }
}

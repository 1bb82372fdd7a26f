import { postSignOut } from '@/lib/session/auth-requests'
import { leave } from '@/lib/session/leave'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'

/** Signs this browser out, in all its tabs. */
export function useSignOut(): () => void {
  const { t } = useTranslation('identity')
  const refuse = () => void toast.error(t('signOut.failed'), { description: t('unreachable.text') })
  return () => void postSignOut().then(() => leave(), refuse)
}

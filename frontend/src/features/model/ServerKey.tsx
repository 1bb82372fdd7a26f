import type { ServerHead_ServerFragment } from '@/__generated__/graphql'
import { useFormat } from '@/ui/use-format'
import { KeyRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** Whether a key is stored for the server, and since when. */
export function ServerKey({ server }: { server: Pick<ServerHead_ServerFragment, 'hasApiKey' | 'apiKeySetAt'> }) {
  const { t } = useTranslation('model')
  const format = useFormat()
  const { hasApiKey, apiKeySetAt } = server
  if (!hasApiKey) return <span>{t('key.none')}</span>
  return (
    <span className="flex items-center gap-1">
      <KeyRound aria-hidden className="size-3" />
      {apiKeySetAt ? t('key.storedSince', { day: format.date(apiKeySetAt) }) : t('key.stored')}
    </span>
  )
}

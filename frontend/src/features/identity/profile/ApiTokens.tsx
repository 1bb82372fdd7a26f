import { LoadError } from '@/features/identity/LoadError'
import { NewTokenDialog } from '@/features/identity/profile/NewTokenDialog'
import { Section } from '@/features/identity/profile/Section'
import { TokenRow } from '@/features/identity/profile/TokenRow'
import { useApiTokens } from '@/features/identity/profile/use-api-tokens'
import { RowsSkeleton } from '@/features/identity/RowsSkeleton'
import { Button } from '@/ui/Button'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** The keys with which one's scripts act. */
export function ApiTokens() {
  const { t } = useTranslation('identity')
  const { tokens, error, retry } = useApiTokens()
  const [making, setMaking] = useState(false)
  const create = (
    <Button onClick={() => setMaking(true)}>
      <Plus aria-hidden className="size-3.5" />
      {t('tokens.create')}
    </Button>
  )
  return (
    <Section title={t('tokens.title')} text={t('tokens.text')} actions={tokens && create}>
      {tokens?.length === 0 ? (
        <p className="border-t border-line py-4 text-ink-3">{t('tokens.none')}</p>
      ) : tokens ? (
        <ul className="border-t border-line">
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </ul>
      ) : error ? (
        <LoadError title={t('tokens.error')} error={error} onRetry={retry} />
      ) : (
        <RowsSkeleton rows={3} />
      )}
      <NewTokenDialog open={making} onClose={() => setMaking(false)} />
    </Section>
  )
}

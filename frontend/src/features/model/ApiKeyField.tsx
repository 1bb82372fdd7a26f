import { isSameHost, type ModelValues } from '@/features/model/model-form'
import { useProblem } from '@/features/model/use-problem'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { KeyRound } from 'lucide-react'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

interface ApiKeyFieldProps {
  hasApiKey: boolean
  addressBefore: string
}

/** The server's key, which is only ever written: a stored one can be replaced or deleted, never seen. */
export function ApiKeyField({ hasApiKey, addressBefore }: ApiKeyFieldProps) {
  const { setValue } = useFormContext<ModelValues>()
  const action = useWatch<ModelValues, 'keyAction'>({ name: 'keyAction' })
  const choose = (next: ModelValues['keyAction']) => {
    setValue('keyAction', next, { shouldDirty: true })
    if (next !== 'set') setValue('apiKey', '', { shouldDirty: true })
  }
  if (action === 'set') return <NewKey onKeep={hasApiKey ? () => choose('keep') : null} />
  return <StoredKey deleted={action === 'delete'} addressBefore={addressBefore} onChoose={choose} />
}

/** `onKeep` goes back to the stored key; null where there is none. */
function NewKey({ onKeep }: { onKeep: (() => void) | null }) {
  const { t } = useTranslation('model')
  const { register } = useFormContext<ModelValues>()
  return (
    <Field label={t('field.apiKey')} hint={onKeep ? t('key.replaceHint') : t('key.hint')} error={useProblem('apiKey')}>
      {(ties) => (
        <span className="flex gap-2">
          <Input
            {...ties}
            {...register('apiKey')}
            type="password"
            autoComplete="new-password"
            autoFocus={onKeep !== null}
            spellCheck={false}
            className="font-mono text-small"
          />
          {onKeep && <Button onClick={onKeep}>{t('key.keep')}</Button>}
        </span>
      )}
    </Field>
  )
}

interface StoredKeyProps {
  deleted: boolean
  addressBefore: string
  onChoose: (action: ModelValues['keyAction']) => void
}

function StoredKey({ deleted, addressBefore, onChoose }: StoredKeyProps) {
  const { t } = useTranslation('model')
  const address = useWatch<ModelValues, 'endpointUrl'>({ name: 'endpointUrl' })
  const moved = !deleted && !isSameHost(address, addressBefore)
  return (
    <div role="group" aria-label={t('field.apiKey')} className="flex flex-col gap-1">
      <span className="text-small font-medium text-ink-2">{t('field.apiKey')}</span>
      <div className="flex min-h-7 flex-wrap items-center gap-2">
        <span className="flex grow items-center gap-1.5" aria-live="polite">
          <KeyRound aria-hidden className="size-3.5 text-ink-3" />
          {deleted ? t('key.willBeDeleted') : t('key.isStored')}
        </span>
        {deleted ? (
          <Button onClick={() => onChoose('keep')}>{t('key.keep')}</Button>
        ) : (
          <>
            <Button onClick={() => onChoose('set')}>{t('key.replace')}</Button>
            <Button look="danger" onClick={() => onChoose('delete')}>
              {t('key.delete')}
            </Button>
          </>
        )}
      </div>
      <p className={moved ? 'text-small text-warn' : 'text-small text-ink-3'}>
        {moved ? t('key.otherHost') : t('key.shared')}
      </p>
    </div>
  )
}

import type { Protocol } from '@/__generated__/graphql'
import type { ModelValues } from '@/features/model/model-form'
import { useProblem } from '@/features/model/use-problem'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

/** Where model servers listen when nobody told them otherwise. */
const EXAMPLES: Record<Protocol, readonly { server: string; endpointUrl: string }[]> = {
  OPENAI: [
    { server: 'vLLM', endpointUrl: 'http://localhost:8000/v1' },
    { server: 'Ollama', endpointUrl: 'http://localhost:11434/v1' },
    { server: 'OpenAI', endpointUrl: 'https://api.openai.com/v1' },
  ],
  ANTHROPIC: [{ server: 'Anthropic', endpointUrl: 'https://api.anthropic.com/v1' }],
  GEMINI: [{ server: 'Gemini', endpointUrl: 'https://generativelanguage.googleapis.com/v1beta' }],
}

/** The model server's address; for a new server with the usual ones a click away. */
export function AddressField({ isNew }: { isNew: boolean }) {
  const { t } = useTranslation('model')
  const { register } = useFormContext<ModelValues>()
  const protocol = useWatch<ModelValues, 'protocol'>({ name: 'protocol' })
  return (
    <div className="flex flex-col gap-1.5">
      <Field label={t('field.endpointUrl')} hint={t(`form.addressHint.${protocol}`)} error={useProblem('endpointUrl')}>
        {(ties) => (
          <Input
            {...ties}
            {...register('endpointUrl')}
            type="url"
            data-autofocus={isNew}
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            placeholder={EXAMPLES[protocol][0]?.endpointUrl}
            className="font-mono text-small [font-variant-ligatures:none]"
          />
        )}
      </Field>
      {isNew && <Examples protocol={protocol} />}
    </div>
  )
}

function Examples({ protocol }: { protocol: Protocol }) {
  const { t } = useTranslation('model')
  const { setValue } = useFormContext<ModelValues>()
  return (
    <div role="group" aria-label={t('form.examples')} className="flex flex-wrap gap-1.5">
      {EXAMPLES[protocol].map(({ server, endpointUrl }) => (
        <Button
          key={server}
          size="small"
          onClick={() => setValue('endpointUrl', endpointUrl, { shouldDirty: true, shouldValidate: true })}
        >
          <span translate="no">{server}</span>
          <code className="text-label font-normal text-ink-3" translate="no">
            {new URL(endpointUrl).host}
          </code>
        </Button>
      ))}
    </div>
  )
}

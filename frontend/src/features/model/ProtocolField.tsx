import type { ModelValues } from '@/features/model/model-form'
import { cn } from '@/lib/cn'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

const PROTOCOLS = ['OPENAI', 'ANTHROPIC', 'GEMINI'] as const

/** What the server speaks. A registered model keeps its protocol: another one is another server. */
export function ProtocolField({ fixed }: { fixed: boolean }) {
  const { t } = useTranslation('model')
  const { register } = useFormContext<ModelValues>()
  const chosen = useWatch<ModelValues, 'protocol'>({ name: 'protocol' })
  if (fixed)
    return (
      <p className="text-small text-ink-2">
        <span className="font-medium">{t('field.protocol')}</span>
        <span className="ml-2 text-ink">{t(`form.protocol.${chosen}`)}</span>
      </p>
    )
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-small font-medium text-ink-2">{t('field.protocol')}</legend>
      <div className="flex w-fit max-w-full overflow-hidden rounded-m border border-line-control">
        {PROTOCOLS.map((protocol) => (
          <label
            key={protocol}
            className={cn(
              'flex h-7 cursor-pointer items-center border-l border-line-control px-2.5 first:border-l-0 has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent phone:h-9',
              chosen === protocol ? 'bg-accent-soft font-medium text-accent' : 'text-ink-2 hover:bg-hover',
            )}
          >
            <input type="radio" value={protocol} {...register('protocol')} className="sr-only" />
            {t(`form.protocol.${protocol}`)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

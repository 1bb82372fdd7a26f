import type { CheckKind } from '@/__generated__/graphql'
import { CHECK_KINDS, type CheckDraft } from '@/features/run/composer/check-draft'
import { cn } from '@/lib/cn'
import { FieldError } from '@/ui/Field'
import { Select } from '@/ui/Select'
import { Textarea } from '@/ui/Textarea'
import { Tooltip } from '@/ui/Tooltip'
import { CaseSensitive } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

const NONE = 'NONE'

interface CheckRowProps {
  check: CheckDraft
  error: string | undefined
  onChange: (check: CheckDraft) => void
}

/** Under the message: what every answer has to pass. One line, but for a schema. */
export function CheckRow({ check, error, onChange }: CheckRowProps) {
  const { t } = useTranslation('run')
  const id = useId()
  const { kind, value, ignoreCase } = check
  return (
    <div className="mt-2">
      <div className="flex items-start gap-2">
        <label htmlFor={id} className="text-small leading-7 font-semibold whitespace-nowrap phone:leading-9">
          {t('check.title')}
        </label>
        <Select
          id={id}
          value={kind ?? NONE}
          onChange={({ target }) =>
            onChange({ ...check, kind: target.value === NONE ? null : (target.value as CheckKind) })
          }
          className="w-32 shrink-0"
        >
          <option value={NONE}>{t('check.kind.NONE')}</option>
          {CHECK_KINDS.map((each) => (
            <option key={each} value={each}>
              {t(`check.kind.${each}`)}
            </option>
          ))}
        </Select>
        {kind !== null && (
          <Textarea
            aria-label={t('check.value')}
            aria-invalid={error !== undefined}
            aria-describedby={error === undefined ? undefined : `${id}-error`}
            rows={kind === 'JSON_SCHEMA' ? 3 : 1}
            value={value}
            placeholder={t(`check.placeholder.${kind}`)}
            spellCheck={false}
            onChange={({ target }) => onChange({ ...check, value: target.value })}
            className={cn('min-h-7 grow py-[3px] phone:min-h-9', kind !== 'CONTAINS' && 'font-mono text-small')}
          />
        )}
        {kind !== null && kind !== 'JSON_SCHEMA' && (
          <Tooltip text={t('check.ignoreCase')}>
            <button
              type="button"
              aria-label={t('check.ignoreCase')}
              aria-pressed={ignoreCase}
              onClick={() => onChange({ ...check, ignoreCase: !ignoreCase })}
              className={cn(
                'grid size-7 shrink-0 place-items-center rounded-m border phone:size-9',
                ignoreCase
                  ? 'border-[color-mix(in_srgb,var(--accent)_50%,var(--line))] bg-accent-soft text-accent'
                  : 'border-line-strong text-ink-3 hover:bg-hover',
              )}
            >
              <CaseSensitive aria-hidden className="size-4" />
            </button>
          </Tooltip>
        )}
      </div>
      {error !== undefined && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  )
}

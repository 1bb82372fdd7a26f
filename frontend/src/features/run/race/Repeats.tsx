import { IconButton } from '@/ui/IconButton'
import { Minus, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'

interface RepeatsProps {
  count: number
  error: string | undefined
  onChange: (count: number) => void
}

/** How often each lane is asked. */
export function Repeats({ count, error, onChange }: RepeatsProps) {
  const { t } = useTranslation('run')
  return (
    <div
      role="group"
      aria-label={t('repeats.label')}
      className="flex h-7 shrink-0 items-center rounded-m border border-line-strong bg-surface pr-0.5 pl-2 phone:h-9"
    >
      <span className="text-ink-2">{t('repeats.label')}</span>
      <IconButton
        small
        label={t('repeats.fewer')}
        disabled={count <= 1}
        onClick={() => onChange(count - 1)}
        className="ml-1 h-[22px] disabled:opacity-40"
      >
        <Minus aria-hidden className="size-3.5" />
      </IconButton>
      <input
        aria-label={t('repeats.label')}
        aria-invalid={error !== undefined}
        title={error}
        inputMode="numeric"
        value={count}
        onChange={(event) => onChange(Number(event.target.value.replaceAll(/\D/g, '')))}
        className="w-7 rounded-s bg-transparent text-center tabular-nums aria-invalid:text-bad"
      />
      <IconButton small label={t('repeats.more')} onClick={() => onChange(count + 1)} className="h-[22px]">
        <Plus aria-hidden className="size-3.5" />
      </IconButton>
    </div>
  )
}

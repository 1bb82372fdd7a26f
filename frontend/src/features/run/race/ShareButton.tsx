import type { RecordOfRun } from '@/features/run/live/use-record'
import { Button } from '@/ui/Button'
import { Popover, PopoverContent, PopoverTrigger } from '@/ui/Popover'
import { Link2, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** Who may read the run: its owner alone, or all who are signed in. */
export function ShareButton({ record, iconOnly = false }: { record: RecordOfRun; iconOnly?: boolean }) {
  const { t } = useTranslation('run')
  const shared = record.record?.isShared ?? false
  const name = shared ? t('share.shared') : t('share.action')
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button size={iconOnly ? 'icon' : 'normal'} aria-label={name} className={shared ? 'text-accent' : undefined}>
          <Users aria-hidden className="size-3.5" />
          {!iconOnly && name}
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label={t('share.title')} className="w-80 max-w-[calc(100vw-16px)] p-3">
        <p className="font-semibold">{t('share.title')}</p>
        <p className="mt-1 mb-3 prose-wrap text-ink-2">{shared ? t('share.isShared') : t('share.isPrivate')}</p>
        <div className="flex gap-2">
          {shared ? (
            <>
              <Button look="primary" onClick={() => void record.copyLink()}>
                <Link2 aria-hidden className="size-3.5" />
                {t('race.copyLink')}
              </Button>
              <Button disabled={record.busy} onClick={() => void record.withdraw()}>
                {t('share.withdraw')}
              </Button>
            </>
          ) : (
            <Button look="primary" disabled={record.busy} onClick={() => void record.share()}>
              <Link2 aria-hidden className="size-3.5" />
              {t('share.copy')}
            </Button>
          )}
        </div>
      </PopoverContent>
    </Popover>
  )
}

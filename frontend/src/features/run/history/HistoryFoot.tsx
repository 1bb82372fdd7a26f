import { Button } from '@/ui/Button'
import { Kbd } from '@/ui/Kbd'
import { useFormat } from '@/ui/use-format'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface HistoryFootProps {
  /** The place of the first run that is shown, from 1. */
  first: number
  last: number
  /** In figures, for not all may be counted. */
  total: string
  /** Null where there is nothing newer, or older. */
  onNewer: (() => void) | null
  onOlder: (() => void) | null
}

/** Where the page stands in the list, the keys, and the ways to its neighbours. */
export function HistoryFoot({ first, last, total, onNewer, onOlder }: HistoryFootProps) {
  const { t } = useTranslation('history')
  const format = useFormat()
  const numbers = { first: format.count(first), last: format.count(last), total }
  return (
    <div className="sticky bottom-0 z-2 -mx-(--gutter) -mt-px -mb-8 flex items-center gap-2 border-t border-line bg-surface px-(--gutter) py-2.5 phone:static phone:mb-0 phone:border-t-0">
      <span className="text-ink-2 tabular-nums">{t('pager.range', numbers)}</span>
      <span className="grow" />
      <Hints />
      <span className="grow" />
      <nav aria-label={t('pager.label')} className="flex gap-2">
        <Button size="small" disabled={!onNewer} onClick={onNewer ?? undefined}>
          {t('pager.newer')}
        </Button>
        <Button size="small" disabled={!onOlder} onClick={onOlder ?? undefined}>
          {t('pager.older')}
        </Button>
      </nav>
    </div>
  )
}

const KEYS = { down: 'J', up: 'K', open: '↵', rerun: 'R', choose: 'X', remove: 'Del' }

/** What the keys do; a phone has none. */
function Hints() {
  const { t } = useTranslation('history')
  return (
    <div className="flex gap-4 text-small text-ink-3 max-[1000px]:hidden">
      <Hint keys={[KEYS.down, KEYS.up]}>{t('hint.move')}</Hint>
      <Hint keys={[KEYS.open]}>{t('hint.open')}</Hint>
      <Hint keys={[KEYS.rerun]}>{t('hint.rerun')}</Hint>
      <Hint keys={[KEYS.choose]}>{t('hint.choose')}</Hint>
      <Hint keys={[KEYS.remove]}>{t('hint.remove')}</Hint>
    </div>
  )
}

function Hint({ keys, children }: { keys: string[]; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      {keys.map((key) => (
        <Kbd key={key} framed>
          {key}
        </Kbd>
      ))}
      {children}
    </span>
  )
}

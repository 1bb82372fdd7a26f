import type { PromptList } from '@/features/prompt/list/use-prompt-list'
import { STAR_KEY } from '@/features/prompt/StarButton'
import { Button } from '@/ui/Button'
import { Kbd } from '@/ui/Kbd'
import { useFormat } from '@/ui/use-format'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

const KEYS = { down: 'J', up: 'K', open: '↵', choose: 'X' }

/** How much of the list is shown, the keys, and the way to more. */
export function PromptsFoot({ list, shown }: { list: PromptList; shown: number }) {
  const { t } = useTranslation('prompt')
  const format = useFormat()
  const numbers = { shown: format.count(shown), total: format.count(list.total) }
  return (
    <div className="flex min-h-11 items-center gap-3 py-2 text-ink-2 tabular-nums">
      <span>{t('more.range', numbers)}</span>
      <span className="grow" />
      <div className="flex gap-4 text-small text-ink-3 phone:hidden">
        <Hint keys={[KEYS.down, KEYS.up]}>{t('hint.move')}</Hint>
        <Hint keys={[KEYS.open]}>{t('hint.open')}</Hint>
        <Hint keys={[STAR_KEY]}>{t('hint.star')}</Hint>
        <Hint keys={[KEYS.choose]}>{t('hint.choose')}</Hint>
      </div>
      <span className="grow" />
      {list.showMore && (
        <Button disabled={list.loadingMore} onClick={list.showMore}>
          {t('more.show')}
        </Button>
      )}
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

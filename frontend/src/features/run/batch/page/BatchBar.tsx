import type { RowSearch } from '@/features/run/batch/page/use-row-search'
import { IconButton } from '@/ui/IconButton'
import { Segments } from '@/ui/Segments'
import { useFormat } from '@/ui/use-format'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'

interface BatchBarProps extends RowSearch {
  /** The place of the first message that is shown, from 1. */
  first: number
  shown: number
  total: number
  last: number
  onShow: (search: RowSearch) => void
}

/** Which messages the table shows, and the ways to the others. */
export function BatchBar({ failedOnly, first, shown, total, page, last, onShow }: BatchBarProps) {
  const { t } = useTranslation('batch')
  const format = useFormat()
  const numbers = {
    first: format.count(Math.min(first, total)),
    last: format.count(first + shown - 1),
    total: format.count(total),
  }
  return (
    <div className="flex h-11 shrink-0 items-center gap-3 border-y border-line bg-bg px-(--gutter)">
      <Segments
        label={t('page.show')}
        value={failedOnly ? 'failed' : 'all'}
        options={[
          ['all', t('page.all')],
          ['failed', t('page.failedOnly')],
        ]}
        onChange={(value) => onShow({ failedOnly: value === 'failed', page: 1 })}
      />
      <span className="grow" />
      <span className="whitespace-nowrap text-ink-2 tabular-nums">{t('page.range', numbers)}</span>
      {last > 1 && (
        <nav aria-label={t('page.pages')} className="flex gap-2">
          <IconButton
            look="plain"
            label={t('page.previous')}
            disabled={page <= 1}
            onClick={() => onShow({ failedOnly, page: page - 1 })}
          >
            <ChevronLeft aria-hidden className="size-4" />
          </IconButton>
          <IconButton
            look="plain"
            label={t('page.next')}
            disabled={page >= last}
            onClick={() => onShow({ failedOnly, page: page + 1 })}
          >
            <ChevronRight aria-hidden className="size-4" />
          </IconButton>
        </nav>
      )}
    </div>
  )
}

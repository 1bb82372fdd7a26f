import { HistoryFiles } from '@/features/run/export/HistoryFiles'
import { HistoryActions } from '@/features/run/history/HistoryActions'
import { HistoryBody } from '@/features/run/history/HistoryBody'
import { HistoryFilters } from '@/features/run/history/HistoryFilters'
import { countOf } from '@/features/run/history/count-of'
import { isFiltered, toRunFilter } from '@/features/run/history/search'
import { useHistoryPage } from '@/features/run/history/use-history-page'
import { PageBody } from '@/ui/PageBody'
import { PageTitle } from '@/ui/PageTitle'
import { useFormat } from '@/ui/use-format'
import { useTranslation } from 'react-i18next'

/** The caller's runs, newest first; the filters and the page stand in the address. */
export function HistoryPage() {
  const { t } = useTranslation('history')
  const format = useFormat()
  const page = useHistoryPage()
  const filtered = isFiltered(page.search)
  const { shared, batches } = page.search
  const fresh = page.total === 0 && !filtered && !shared && !batches && !page.outdated
  const number = countOf(page.search, page.total ?? 0, format)
  const total = page.total === null || fresh ? null : { count: page.total, number }
  return (
    <PageBody>
      <PageTitle title={t('title')} aside={total && (filtered ? t('matching', total) : t('total', total))}>
        <HistoryFiles filter={toRunFilter(page.search)} count={page.total} number={number} />
        {!fresh && <HistoryActions />}
      </PageTitle>
      {!fresh && <HistoryFilters search={page.search} onChange={page.change} />}
      <HistoryBody page={page} />
    </PageBody>
  )
}

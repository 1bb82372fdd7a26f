import type { EditModel, KnownServer } from '@/features/model/edited-model'
import { ModelCards } from '@/features/model/ModelCards'
import { ModelsError, NoMatch, NoModels } from '@/features/model/ModelsEmpty'
import { ModelsSkeleton } from '@/features/model/ModelsSkeleton'
import { ModelTable } from '@/features/model/ModelTable'
import type { ModelList } from '@/features/model/use-model-list'
import { cn } from '@/lib/cn'
import { Button } from '@/ui/Button'
import { useFormat } from '@/ui/use-format'
import { useMediaQuery } from '@/ui/use-media-query'
import { useTranslation } from 'react-i18next'

interface ModelsBodyProps {
  list: ModelList
  text: string
  onClearSearch: () => void
  /** Opens the form, empty or at a server. */
  onAdd: (server?: KnownServer) => void
  onEdit: EditModel
}

/** Where the columns do not fit: rows become cards. */
const NARROW = '(max-width: 1080px)'

/** The list, or what stands in its place. */
export function ModelsBody({ list, text, onClearSearch, onAdd, onEdit }: ModelsBodyProps) {
  const narrow = useMediaQuery(NARROW)
  if (list.error && list.outdated) return <ModelsError error={list.error} onRetry={list.retry} />
  if (list.length === null) return <ModelsSkeleton narrow={narrow} />
  if (list.length === 0)
    return text === '' ? <NoModels onAdd={onAdd} /> : <NoMatch text={text} onClear={onClearSearch} />
  const List = narrow ? ModelCards : ModelTable
  return (
    <div aria-busy={list.outdated} className={cn(list.outdated && 'opacity-60')}>
      <List groups={list.groups} onEdit={onEdit} onAdd={onAdd} />
      <MoreModels list={list} />
    </div>
  )
}

function MoreModels({ list }: { list: ModelList }) {
  const { t } = useTranslation('model')
  const format = useFormat()
  if (!list.showMore) return null
  const numbers = { shown: format.count(list.length), total: format.count(list.total) }
  return (
    <div className="flex items-center gap-3 border-t border-line-strong pt-3 text-ink-2 tabular-nums">
      <span className="grow">{t('more.range', numbers)}</span>
      <Button disabled={list.loadingMore} onClick={list.showMore}>
        {t('more.show')}
      </Button>
    </div>
  )
}

import type { ListedRun } from '@/features/run/history/RunTable'
import { Button } from '@/ui/Button'
import { GitCompareArrows, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

interface SelectionBarProps {
  chosen: readonly ListedRun[]
  onRemove: (ids: readonly string[]) => void
  onClear: () => void
}

/** What can be done with the chosen runs; there only while some are chosen. */
export function SelectionBar({ chosen, onRemove, onClear }: SelectionBarProps) {
  const { t } = useTranslation('history')
  const [first, second] = [...chosen].sort((one, other) => one.createdAt.localeCompare(other.createdAt))
  const own = chosen.filter(({ canChange }) => canChange)
  if (!first) return null
  return (
    <div
      role="region"
      aria-label={t('selection.label')}
      className="fixed bottom-6 left-1/2 z-20 flex max-w-[calc(100vw-16px)] -translate-x-1/2 items-center gap-2 rounded-l border border-line-strong bg-raised py-1.5 pr-1.5 pl-3 shadow-overlay phone:bottom-[calc(var(--bottombar)+8px)]"
    >
      <span className="mr-2 whitespace-nowrap tabular-nums" aria-live="polite">
        {t('selection.count', { count: chosen.length })}
      </span>
      {second && chosen.length === 2 ? (
        <Button asChild look="primary">
          <Link to={`/runs/compare?a=${first.id}&b=${second.id}`}>
            <GitCompareArrows aria-hidden className="size-3.5" />
            {t('selection.compare')}
          </Link>
        </Button>
      ) : (
        <Button aria-disabled>
          <GitCompareArrows aria-hidden className="size-3.5" />
          {t('selection.needsTwo')}
        </Button>
      )}
      {own.length > 0 && (
        <Button look="quiet-danger" onClick={() => onRemove(own.map(({ id }) => id))}>
          <Trash2 aria-hidden className="size-3.5" />
          {t('remove.action')}
        </Button>
      )}
      <Button look="quiet" onClick={onClear}>
        {t('selection.clear')}
      </Button>
    </div>
  )
}

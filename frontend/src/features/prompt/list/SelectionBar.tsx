import type { Selection } from '@/features/prompt/list/use-selection'
import { usePromptActions } from '@/features/prompt/use-prompt-actions'
import { Button } from '@/ui/Button'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** What can be done with the chosen prompts; there only while some are chosen. */
export function SelectionBar({ selection }: { selection: Selection }) {
  const { t } = useTranslation('prompt')
  const { exportAll } = usePromptActions()
  const count = selection.chosen.length
  if (count === 0) return null
  return (
    <div
      role="region"
      aria-label={t('selection.label')}
      className="fixed bottom-6 left-1/2 z-20 flex -translate-x-1/2 items-center gap-2 rounded-l border border-line-strong bg-raised py-1.5 pr-1.5 pl-3 shadow-overlay phone:bottom-[calc(var(--bottombar)+8px)]"
    >
      <span className="mr-2 whitespace-nowrap tabular-nums">{t('selection.count', { count })}</span>
      <Button onClick={() => void exportAll(selection.chosen)}>
        <Download aria-hidden className="size-3.5" />
        {t('export.action')}
      </Button>
      <Button look="quiet" onClick={selection.clear}>
        {t('selection.clear')}
      </Button>
    </div>
  )
}

import { NoMatch, NoPrompts, PromptsError } from '@/features/prompt/list/PromptsEmpty'
import { PromptCards } from '@/features/prompt/list/PromptCards'
import { PromptsFoot } from '@/features/prompt/list/PromptsFoot'
import { PromptsSkeleton } from '@/features/prompt/list/PromptsSkeleton'
import { PromptTable } from '@/features/prompt/list/PromptTable'
import { isFiltered } from '@/features/prompt/list/search'
import { SelectionBar } from '@/features/prompt/list/SelectionBar'
import { usePromptCursor } from '@/features/prompt/list/use-prompt-cursor'
import type { ListedPrompt, PromptList } from '@/features/prompt/list/use-prompt-list'
import type { PromptsSearch } from '@/features/prompt/list/use-prompts-search'
import { useSelection } from '@/features/prompt/list/use-selection'
import { cn } from '@/lib/cn'
import { useMediaQuery } from '@/ui/use-media-query'

/** Where the columns do not fit: rows become cards. */
const NARROW = '(max-width: 1000px)'

interface PromptsBodyProps {
  list: PromptList
  address: PromptsSearch
  onImport: () => void
}

/** The list, or what stands in its place. */
export function PromptsBody({ list, address, onImport }: PromptsBodyProps) {
  const narrow = useMediaQuery(NARROW)
  const { prompts, error, outdated } = list
  if (error && outdated) return <PromptsError error={error} onRetry={list.retry} />
  if (prompts === null) return <PromptsSkeleton narrow={narrow} />
  if (prompts.length === 0 && (isFiltered(address.search) || outdated)) return <NoMatch onClear={address.clear} />
  if (prompts.length === 0) return <NoPrompts onImport={onImport} />
  return <FilledList list={list} prompts={prompts} narrow={narrow} />
}

interface FilledListProps {
  list: PromptList
  prompts: readonly ListedPrompt[]
  narrow: boolean
}

function FilledList({ list, prompts, narrow }: FilledListProps) {
  const selection = useSelection(prompts)
  const { cursor, setCursor } = usePromptCursor(prompts, selection.toggle)
  const rows = { prompts, cursor, onCursor: setCursor, selection }
  return (
    <>
      <div aria-busy={list.outdated} className={cn(list.outdated && 'opacity-60')}>
        {narrow ? <PromptCards {...rows} /> : <PromptTable {...rows} />}
      </div>
      <SelectionBar selection={selection} />
      <PromptsFoot list={list} shown={prompts.length} />
    </>
  )
}

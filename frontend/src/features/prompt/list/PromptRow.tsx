import { LabelBadge } from '@/features/prompt/LabelBadge'
import { PromptMenu } from '@/features/prompt/list/PromptMenu'
import { promptLinkId } from '@/features/prompt/list/use-prompt-cursor'
import type { ListedPrompt } from '@/features/prompt/list/use-prompt-list'
import { StarButton } from '@/features/prompt/StarButton'
import { Tags } from '@/features/prompt/Tags'
import { cn } from '@/lib/cn'
import { excerpt } from '@/lib/excerpt'
import { NONE } from '@/lib/format'
import { Cell } from '@/ui/Table'
import { useAgo } from '@/ui/use-ago'
import { useFormat } from '@/ui/use-format'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

export interface PromptRowProps {
  prompt: ListedPrompt
  /** Whether the cursor stands here. */
  current: boolean
  chosen: boolean
  onFocus: (id: string) => void
  onToggle: (id: string) => void
}

/** A prompt in one line. All of it is a link to the prompt. */
export function PromptRow({ prompt, current, chosen, onFocus, onToggle }: PromptRowProps) {
  const { t } = useTranslation('prompt')
  const format = useFormat()
  const ago = useAgo()
  const { id, name, description, lastUsedAt, updatedAt } = prompt
  return (
    <tr
      aria-current={current || undefined}
      className={cn(
        'group relative',
        current ? 'bg-accent-soft shadow-[inset_2px_0_var(--accent)]' : 'hover:bg-hover/60',
      )}
    >
      <Cell className="pl-3">
        <input
          type="checkbox"
          aria-label={t('selection.one', { name })}
          checked={chosen}
          onChange={() => onToggle(id)}
          className="relative z-1 block size-3.5 accent-accent-fill"
        />
      </Cell>
      <Cell className="py-0">
        <StarButton prompt={prompt} className="relative z-1" />
      </Cell>
      <Cell>
        <Link
          id={promptLinkId(id)}
          to={`/prompts/${id}`}
          onFocus={() => onFocus(id)}
          className="font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {name}
        </Link>
        {description && <span className="ml-3 text-ink-3">{excerpt(description, 160)}</span>}
      </Cell>
      <Cell className="py-0">
        <Tags tags={prompt.tags} most={3} />
      </Cell>
      <Cell className="py-0">
        <span className="flex gap-1 overflow-hidden">
          {prompt.labels.map((label) => (
            <LabelBadge key={label.name} name={label.name} version={label.version.number} />
          ))}
        </span>
      </Cell>
      <Cell end>{`v${prompt.currentVersion.number}`}</Cell>
      <Cell end>{format.count(prompt.useCount)}</Cell>
      <Cell end className="text-ink-2">
        {lastUsedAt === null ? NONE : <time dateTime={lastUsedAt}>{ago(lastUsedAt)}</time>}
      </Cell>
      <Cell end className="text-ink-2">
        <time dateTime={updatedAt}>{ago(updatedAt)}</time>
      </Cell>
      <Cell end className="py-0">
        <PromptMenu prompt={prompt} />
      </Cell>
    </tr>
  )
}

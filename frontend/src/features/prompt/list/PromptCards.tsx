import { LabelBadge } from '@/features/prompt/LabelBadge'
import { PromptMenu } from '@/features/prompt/list/PromptMenu'
import type { PromptRowsProps } from '@/features/prompt/list/PromptTable'
import type { PromptRowProps } from '@/features/prompt/list/PromptRow'
import { promptLinkId } from '@/features/prompt/list/use-prompt-cursor'
import { StarButton } from '@/features/prompt/StarButton'
import { Tags } from '@/features/prompt/Tags'
import { cn } from '@/lib/cn'
import { excerpt } from '@/lib/excerpt'
import { useAgo } from '@/ui/use-ago'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** The list where the columns do not fit. */
export function PromptCards({ prompts, cursor, onCursor }: PromptRowsProps) {
  return (
    <ul className="-mx-(--gutter) mt-2 border-t border-line">
      {prompts.map((prompt) => (
        <PromptCard key={prompt.id} prompt={prompt} current={prompt.id === cursor} onFocus={onCursor} />
      ))}
    </ul>
  )
}

/** A prompt on a phone: its name, and under it what matters most. */
function PromptCard({ prompt, current, onFocus }: Pick<PromptRowProps, 'prompt' | 'current' | 'onFocus'>) {
  const { t } = useTranslation('prompt')
  const ago = useAgo()
  const { id, name, description, tags, labels, useCount, updatedAt } = prompt
  return (
    <li
      className={cn(
        'relative flex items-start gap-1 border-b border-line py-2 pr-2 pl-1 active:bg-hover',
        current && 'wide:bg-accent-soft',
      )}
    >
      <StarButton prompt={prompt} className="relative z-1 -mt-0.5 phone:-mt-1.5" />
      <div className="min-w-0 grow">
        <Link
          id={promptLinkId(id)}
          to={`/prompts/${id}`}
          onFocus={() => onFocus(id)}
          className="block truncate font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {name}
        </Link>
        {description && <p className="truncate text-small text-ink-2">{excerpt(description, 120)}</p>}
        <p className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-3 tabular-nums">
          <span>{`v${prompt.currentVersion.number}`}</span>
          <span>{t('fact.uses', { count: useCount })}</span>
          <span>{t('fact.changed', { ago: ago(updatedAt) })}</span>
        </p>
        {tags.length + labels.length > 0 && (
          <div className="mt-1 flex flex-wrap gap-1">
            {labels.map((label) => (
              <LabelBadge key={label.name} name={label.name} version={label.version.number} />
            ))}
            <Tags tags={tags} most={4} />
          </div>
        )}
      </div>
      <PromptMenu prompt={prompt} />
    </li>
  )
}

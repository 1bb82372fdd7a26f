import { Badge } from '@/ui/Badge'

interface TagsProps {
  tags: readonly string[]
  /** How many to name; of the others only the number. */
  most?: number
}

/** What a prompt is filed under. */
export function Tags({ tags, most = Infinity }: TagsProps) {
  if (tags.length === 0) return null
  const more = tags.length - most
  return (
    <span className="flex flex-wrap gap-1 overflow-hidden">
      {tags.slice(0, most).map((tag) => (
        <Badge key={tag} className="max-w-32">
          <span className="truncate">{tag}</span>
        </Badge>
      ))}
      {more > 0 && (
        <Badge title={tags.slice(most).join(', ')} className="tabular-nums">
          {`+${more}`}
        </Badge>
      )}
    </span>
  )
}

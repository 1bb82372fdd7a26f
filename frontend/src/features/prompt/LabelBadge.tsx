import { Badge } from '@/ui/Badge'

const TONES: Readonly<Record<string, 'ok' | 'accent'>> = { production: 'ok', staging: 'accent' }

interface LabelBadgeProps {
  name: string
  /** The version that it points at, where that is not plain from where it stands. */
  version?: number
}

/** A label of a prompt. */
export function LabelBadge({ name, version }: LabelBadgeProps) {
  return (
    <Badge tone={TONES[name] ?? 'plain'} translate="no" className="max-w-40">
      <span className="truncate">{name}</span>
      {version !== undefined && <span className="font-normal tabular-nums">{`v${version}`}</span>}
    </Badge>
  )
}

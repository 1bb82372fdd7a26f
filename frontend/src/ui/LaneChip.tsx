import { laneLetter } from '@/lib/lane'
import { cn } from '@/lib/cn'

/** A lane's colour with its letter. */
export function LaneChip({ position, className }: { position: number; className?: string }) {
  return (
    <span
      data-lane={position % 8}
      className={cn(
        'inline-grid size-4 shrink-0 place-items-center rounded-[3px] bg-chip text-[10px] leading-4 font-bold text-on-chip',
        className,
      )}
    >
      {laneLetter(position)}
    </span>
  )
}

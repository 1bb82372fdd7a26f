import { cn } from '@/lib/cn'
import { Check, Square, TriangleAlert } from 'lucide-react'

/** Where something stands, as far as a mark can tell. */
export type MarkKind = 'waiting' | 'live' | 'moving' | 'done' | 'failed' | 'warning' | 'stopped'

/**
 * The shape beside a state's word: exceptions speak, done is only a tick. The lane's colour marks what is live. That pulses,
 * unless something beside it is `moving` anyhow: a pulse is a layer of its own, which is put together anew with every step.
 */
export function StatusMark({ kind, className }: { kind: MarkKind; className?: string }) {
  switch (kind) {
    case 'done':
      return <Check aria-hidden className={cn('size-3.5 shrink-0 text-ok', className)} />
    case 'failed':
      return <TriangleAlert aria-hidden className={cn('size-3.5 shrink-0 text-bad', className)} />
    case 'warning':
      return <TriangleAlert aria-hidden className={cn('size-3.5 shrink-0 text-warn', className)} />
    case 'stopped':
      return <Square aria-hidden className={cn('size-2.5 shrink-0 fill-current text-ink-2', className)} />
    case 'waiting':
      return (
        <span
          aria-hidden
          className={cn('size-2 shrink-0 rounded-full border-[1.5px] border-dashed border-ink-3', className)}
        />
      )
    case 'live':
    case 'moving':
      return (
        <span
          aria-hidden
          className={cn(
            'size-2 shrink-0 rounded-full bg-[var(--lane,var(--accent))]',
            kind === 'live' && 'animate-live',
            className,
          )}
        />
      )
  }
}

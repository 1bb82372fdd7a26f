import { cn } from '@/lib/cn'

/** The place of something that is on its way, in its size. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn('block animate-wait rounded-s bg-hover', className)} />
}

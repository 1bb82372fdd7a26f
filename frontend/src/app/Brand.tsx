import { cn } from '@/lib/cn'
import { Link } from 'react-router'

const NAME = 'Assay'

/** The way to the first page. */
export function Brand() {
  return (
    <Link to="/test" className="mr-5 rounded-s text-section tracking-[-0.01em] phone:mr-2">
      <BrandName />
    </Link>
  )
}

/** The mark and the name. */
export function BrandName({ className }: { className?: string }) {
  return (
    <span className={cn('flex items-center gap-2 font-semibold', className)}>
      <svg viewBox="0 0 20 20" aria-hidden className="size-[1.43em]">
        <rect className="fill-ink" x="1" y="1" width="18" height="18" rx="5" />
        <path
          className="stroke-surface"
          d="M6 14.5 9.5 5.5M10 14.5l2.3-6M14 14.5l1-2.6"
          strokeWidth="2"
          strokeLinecap="round"
        />
      </svg>
      <span translate="no">{NAME}</span>
    </span>
  )
}

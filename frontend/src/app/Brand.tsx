import { Link } from 'react-router'

const NAME = 'Assay'

export function Brand() {
  return (
    <Link to="/test" className="mr-5 flex items-center gap-2 text-section font-semibold tracking-[-0.01em]">
      <svg viewBox="0 0 20 20" aria-hidden className="size-5">
        <rect className="fill-ink" x="1" y="1" width="18" height="18" rx="5" />
        <path
          className="stroke-surface"
          d="M6 14.5 9.5 5.5M10 14.5l2.3-6M14 14.5l1-2.6"
          strokeWidth="2"
          strokeLinecap="round"
        />
      </svg>
      <span translate="no">{NAME}</span>
    </Link>
  )
}

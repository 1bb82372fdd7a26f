import type { ReactNode } from 'react'

interface EmptyStateProps {
  icon?: ReactNode
  title: string
  /** The next step, in words. */
  children?: ReactNode
  /** Whether it is all that the page has: its title is then the page's. */
  whole?: boolean
  /** The next step, as buttons. */
  actions?: ReactNode
}

/** Where nothing is: why, and the next step. */
export function EmptyState({ icon, title, children, whole, actions }: EmptyStateProps) {
  const Title = whole ? 'h1' : 'h2'
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-6 py-16 text-center prose-wrap">
      {icon && <div className="mb-3 text-ink-3">{icon}</div>}
      <Title className="text-section font-semibold">{title}</Title>
      {children && <div className="mt-1 text-ink-2">{children}</div>}
      {actions && <div className="mt-4 flex gap-2">{actions}</div>}
    </div>
  )
}

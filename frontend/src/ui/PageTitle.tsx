import { DocumentTitle } from '@/ui/DocumentTitle'
import type { ReactNode } from 'react'

interface PageTitleProps {
  title: string
  /** A few words or a number beside the title. */
  aside?: ReactNode
  /** Buttons at the right. */
  children?: ReactNode
}

/** The head of a page; names the browser's tab too. */
export function PageTitle({ title, aside, children }: PageTitleProps) {
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-2 gap-y-3 phone:mb-3">
      <DocumentTitle title={title} />
      <h1 className="text-title font-semibold tracking-[-0.015em]">{title}</h1>
      {aside && <span className="text-ink-3 tabular-nums">{aside}</span>}
      <span className="grow" />
      {children}
    </div>
  )
}

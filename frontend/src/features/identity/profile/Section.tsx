import { useId, type ReactNode } from 'react'

interface SectionProps {
  title: string
  /** What it is about, in a sentence. */
  text?: string
  /** What can be done with all of it. */
  actions?: ReactNode
  children: ReactNode
}

/** A part of the profile. */
export function Section({ title, text, actions, children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="border-t border-line-strong pt-4 pb-8">
      <div className="mb-3 flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 grow basis-72 prose-wrap">
          <h2 id={id} className="text-section font-semibold">
            {title}
          </h2>
          {text && <p className="text-ink-2">{text}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  )
}
